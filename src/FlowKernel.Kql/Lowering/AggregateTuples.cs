using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering;

/// <summary>
/// Takes aggregates with several values apart, into one <see cref="AggregateCall"/> per value:
/// <c>arg_max(x, a, b)</c> becomes arg_max(x, x), arg_max(x, a), arg_max(x, b); <c>take_any(*)</c> one take_any per
/// column; <c>percentiles(x, 50, 90)</c> becomes percentile(x, 50), percentile(x, 90). All of one group's arg_max
/// (arg_min, take_any) calls with the same first argument speak of the same row.
/// </summary>
internal static class AggregateTuples
{
    private static readonly Dictionary<string, string> ModernNames = new(StringComparer.Ordinal)
    {
        ["argmax"] = "arg_max",
        ["argmin"] = "arg_min",
        ["arg_max"] = "arg_max",
        ["arg_min"] = "arg_min",
        ["any"] = "take_any",
        ["take_any"] = "take_any",
        ["percentiles"] = "percentile",
        ["percentilesw"] = "percentilew",
    };

    /// <summary>
    /// One scalar per value, in order. <paramref name="rest"/> is what <c>*</c> stands for: the row without the keys.
    /// </summary>
    public static IReadOnlyList<Scalar> Lower(
        LoweringContext context, IReadOnlyList<PlanColumn> rest, SyntaxNode expression)
    {
        if (expression.Kind != "FunctionCallExpression"
            || !ModernNames.TryGetValue(expression["Name"].Text!, out var name))
            return expression.Type?.Columns is null ? [context.Scalar(expression)]
                : expression.Type.Columns is [{ Type: { } type }] ? [Single(context, expression, type)]
                : Refused(context, expression);
        var arguments = expression["ArgumentList"].List("Expressions").Select(Value).ToList();
        return name switch
        {
            "arg_max" or "arg_min" => Extreme(context, rest, name, expression, arguments),
            // One column alone gives a value if there is any; several are of one row.
            "take_any" when arguments is [{ Kind: not "StarExpression" }] =>
                [.. arguments.Select(context.Scalar).Select(value => new AggregateCall(name, [value], value.Type, value.Span))],
            "take_any" => [.. Returned(context, rest, arguments, expression)
                .Select(value => new AggregateCall("take_any row", [value], value.Type, value.Span))],
            _ => Percentiles(context, name, expression, arguments),
        };
    }

    private static AggregateCall Single(LoweringContext context, SyntaxNode call, Results.KqlType type) => new(
        call["Name"].Text!,
        [.. call["ArgumentList"].List("Expressions").Select(argument => context.Scalar(Value(argument)))],
        type,
        call.Span);

    private static IReadOnlyList<Scalar> Extreme(
        LoweringContext context, IReadOnlyList<PlanColumn> rest, string name, SyntaxNode call,
        List<SyntaxNode> arguments)
    {
        var extreme = context.Scalar(arguments[0]);
        var others = rest.Where(c => extreme is not ColumnRef reference || !ReferenceEquals(reference.Column, c));
        var returned = Returned(context, others, arguments[1..], call).Prepend(extreme);
        return [.. returned.Select(value => new AggregateCall(name, [extreme, value], value.Type, call.Span))];
    }

    private static IEnumerable<Scalar> Returned(
        LoweringContext context, IEnumerable<PlanColumn> star, List<SyntaxNode> arguments, SyntaxNode call) =>
        arguments.Exists(a => a.Kind == "StarExpression")
            ? star.Select(c => new ColumnRef(c, call.Span))
            : arguments.Select(context.Scalar);

    private static IReadOnlyList<Scalar> Percentiles(
        LoweringContext context, string name, SyntaxNode call, List<SyntaxNode> arguments)
    {
        var count = call.Type?.Columns?.Count ?? 1;
        var shared = arguments.SkipLast(count).Select(context.Scalar).ToList();
        return [.. arguments.TakeLast(count).Select((percentage, i) => new AggregateCall(
            name,
            [.. shared, context.Scalar(percentage)],
            call.Type?.Columns?[i].Type ?? ScalarLowering.TypeOf(call),
            call.Span))];
    }

    private static SyntaxNode Value(SyntaxNode argument) =>
        argument.Kind == "SimpleNamedExpression" ? argument["Expression"] : argument;

    private static IReadOnlyList<Scalar> Refused(LoweringContext context, SyntaxNode expression)
    {
        context.Run.Report(LoweringDiagnostics.Construct("this expression with several values", expression.Span));
        return [.. expression.Type!.Columns!.Select(
            c => new Literal(null, c.Type ?? Results.KqlType.Dynamic, expression.Span))];
    }
}
