using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Kql.Lowering;

/// <summary>
/// Takes aggregates with several values apart, into one <see cref="AggregateCall"/> per value:
/// <c>arg_max(x, a, b)</c> becomes arg_max(x, x), arg_max(x, a), arg_max(x, b); <c>take_any(*)</c> one take_any per
/// column; <c>percentiles(x, 50, 90)</c> becomes percentile(x, 50), percentile(x, 90). All of one group's arg_max
/// (arg_min, take_any) calls with the same first argument speak of the same row.
/// </summary>
internal static class AggregateTuples
{
    private static readonly Dictionary<string, string> SingleByPercentiles = new(StringComparer.Ordinal)
    {
        ["percentiles"] = "percentile",
        ["percentilesw"] = "percentilew",
    };

    /// <summary>One scalar per value, in order; reports an aggregate that it does not know.</summary>
    public static IReadOnlyList<Scalar> Lower(LoweringContext context, SyntaxNode call)
    {
        var name = call.Kind == "FunctionCallExpression" ? call["Name"].Text! : "";
        var arguments = call.Find("ArgumentList")?.List("Expressions").ToList() ?? [];
        return name switch
        {
            "arg_max" or "arg_min" or "argmax" or "argmin" => Extreme(context, Modern(name), call, arguments),
            "take_any" or "any" => [.. Returned(context, call, arguments, call.Type!.Columns!)
                .Select(value => new AggregateCall("take_any", [value], value.Type, value.Span))],
            _ when SingleByPercentiles.TryGetValue(name, out var single) => Percentiles(context, single, call, arguments),
            _ => Refused(context, call),
        };
    }

    private static string Modern(string name) => name is "argmax" or "arg_max" ? "arg_max" : "arg_min";

    private static IReadOnlyList<Scalar> Extreme(
        LoweringContext context, string name, SyntaxNode call, List<SyntaxNode> arguments)
    {
        var extreme = context.Scalar(Value(arguments[0]));
        var returned = Returned(context, call, arguments.Skip(1), call.Type!.Columns!.Skip(1)).Prepend(extreme);
        return [.. returned.Select(value => new AggregateCall(name, [extreme, value], value.Type, call.Span))];
    }

    /// <summary>The arguments' values, with <c>*</c> unfolded to the columns that the binder names.</summary>
    private static IEnumerable<Scalar> Returned(
        LoweringContext context, SyntaxNode call, IEnumerable<SyntaxNode> arguments, IEnumerable<BoundColumn> columns)
    {
        var values = arguments.ToList();
        return values.Exists(a => a.Kind == "StarExpression")
            ? columns.Select(c => Star(context, c.Name, call.Span))
            : values.Select(a => context.Scalar(Value(a)));
    }

    private static Scalar Star(LoweringContext context, string name, TextSpan span)
    {
        if (context.Column(name) is { } column)
            return new ColumnRef(column, span);
        context.Run.Report(LoweringDiagnostics.Construct($"'*' for the column '{name}'", span));
        return new Literal(null, KqlType.Dynamic, span);
    }

    private static IReadOnlyList<Scalar> Percentiles(
        LoweringContext context, string single, SyntaxNode call, List<SyntaxNode> arguments)
    {
        var count = call.Type!.Columns!.Count;
        var shared = arguments.SkipLast(count).Select(context.Scalar).ToList();
        return [.. arguments.TakeLast(count).Zip(call.Type.Columns, (percentage, column) => new AggregateCall(
            single, [.. shared, context.Scalar(percentage)], column.Type ?? KqlType.Real, call.Span))];
    }

    private static SyntaxNode Value(SyntaxNode argument) =>
        argument.Kind == "SimpleNamedExpression" ? argument["Expression"] : argument;

    private static IReadOnlyList<Scalar> Refused(LoweringContext context, SyntaxNode call)
    {
        context.Run.Report(LoweringDiagnostics.Construct("this expression with several values", call.Span));
        return [.. call.Type!.Columns!.Select(c => new Literal(null, c.Type ?? KqlType.Dynamic, call.Span))];
    }
}
