using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering;

/// <summary>Puts the body of a function that the query declares in the place of its call.</summary>
internal static class FunctionCalls
{
    /// <summary>The relation that a tabular function gives.</summary>
    public static Relation Table(
        LoweringContext caller, FunctionBinding function, SyntaxNode call, IReadOnlyList<SyntaxNode> arguments)
    {
        var body = call["Body"];
        return Inside(caller, function, body, arguments).Table(body["Expression"]);
    }

    /// <summary>The relation of a view that is named by a wildcard, or by nothing at all.</summary>
    public static Relation View(LoweringContext caller, FunctionBinding view) =>
        Table(caller, view, view.Declaration, []);

    /// <summary>The relation of a tabular function whose first argument is a pipe's input (<c>invoke</c>).</summary>
    public static Relation Invoke(LoweringContext caller, FunctionBinding function, SyntaxNode call, Relation input)
    {
        var body = call["Body"];
        var piped = new SharedBinding(new Lazy<SharedRelation>(() => new SharedRelation("invoked", input)));
        var parameters = Parameters(function).ToList();
        var context = Bind(caller, function, parameters.Skip(1), [.. call["ArgumentList"].List("Expressions")])
            .With(parameters[0]["NameAndType"]["Name"].Text!, piped);
        return Statements(context, body).Table(body["Expression"]);
    }

    /// <summary>The value that a scalar function gives.</summary>
    public static Scalar Scalar(
        LoweringContext caller, FunctionBinding function, SyntaxNode call, IReadOnlyList<SyntaxNode> arguments)
    {
        var body = call["Body"];
        return Inside(caller, function, body, arguments).Scalar(body["Expression"]);
    }

    private static LoweringContext Inside(
        LoweringContext caller, FunctionBinding function, SyntaxNode body, IReadOnlyList<SyntaxNode> arguments) =>
        Statements(Bind(caller, function, Parameters(function), arguments), body);

    private static LoweringContext Statements(LoweringContext context, SyntaxNode body) =>
        body.List("Statements").Aggregate(context, StatementLowering.Lower);

    private static IEnumerable<SyntaxNode> Parameters(FunctionBinding function) =>
        function.Declaration["Parameters"].List("Parameters");

    private static LoweringContext Bind(
        LoweringContext caller, FunctionBinding function, IEnumerable<SyntaxNode> parameters,
        IReadOnlyList<SyntaxNode> arguments)
    {
        var context = function.Context with { Row = [], Depth = caller.Depth };
        var named = arguments.Where(a => a.Kind == "SimpleNamedExpression").ToDictionary(a => a["Name"].Text!);
        var position = 0;
        foreach (var parameter in parameters)
        {
            var name = parameter["NameAndType"]["Name"];
            var argument = named.GetValueOrDefault(name.Text!)?["Expression"]
                ?? (position < arguments.Count && arguments[position].Kind != "SimpleNamedExpression"
                    ? arguments[position]
                    : null);
            position++;
            context = context.With(name.Text!, BindOne(caller, function, parameter, name, argument));
        }

        return context;
    }

    private static Binding BindOne(
        LoweringContext caller, FunctionBinding function, SyntaxNode parameter, SyntaxNode name, SyntaxNode? argument)
    {
        if (name.Type?.Columns is not null && argument is not null)
            return new TabularBinding(argument, caller);
        var value = argument is null
            ? function.Context.Scalar(parameter["DefaultValue"]["Value"])
            : caller.Scalar(argument);
        return new ScalarBinding(name.Type?.ScalarType is { } type && type != KqlType.Dynamic
            ? Conversion.To(type, value)
            : value, caller.Depth);
    }
}
