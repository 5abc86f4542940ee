using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering;

/// <summary>Lowers the statements that declare something: let, set, query parameters, patterns.</summary>
internal static class StatementLowering
{
    /// <summary>The context that the following statements see.</summary>
    public static LoweringContext Lower(LoweringContext context, SyntaxNode statement) => statement.Kind switch
    {
        "LetStatement" => context.With(statement["Name"].Text!, Bind(context, statement["Expression"])),
        "SetOptionStatement" => WithProperty(context, statement),
        "EmptyStatement" => context,
        "QueryParametersStatement" => statement.List("Parameters").Aggregate(context, WithParameter),
        "PatternStatement" when statement.Find("Pattern") is { } pattern =>
            context.With(statement["Name"].Text!, new PatternBinding(pattern, context)),
        _ => Refused(context, statement),
    };

    private static LoweringContext WithProperty(LoweringContext context, SyntaxNode statement)
    {
        context.Run.Properties.Set(context, statement);
        return context;
    }

    private static Binding Bind(LoweringContext context, SyntaxNode expression) => expression.Kind switch
    {
        "FunctionDeclaration" => new FunctionBinding(expression, context),
        "MaterializeExpression" => Shared(context, expression),
        "ParenthesizedExpression" => Bind(context, expression["Expression"]),
        _ when expression.Type is { Scalar: null } => new TabularBinding(expression, context),
        _ => new ScalarBinding(context.Scalar(expression), context.Depth),
    };

    private static SharedBinding Shared(LoweringContext context, SyntaxNode materialize) =>
        new(new Lazy<SharedRelation>(
            () => new SharedRelation("materialized", context.Table(materialize["Expression"]))));

    private static LoweringContext WithParameter(LoweringContext context, SyntaxNode parameter)
    {
        var name = parameter["NameAndType"]["Name"];
        var type = name.Type?.ScalarType ?? KqlType.String;
        var value = ParameterValue(context, parameter, name, type);
        return context.With(name.Text!, new ScalarBinding(Conversion.To(type, value), context.Depth));
    }

    private static Scalar ParameterValue(
        LoweringContext context, SyntaxNode parameter, SyntaxNode name, KqlType type)
    {
        if (context.Run.Scope.Parameters.TryGetValue(name.Text!, out var given))
            return new Literal(given.Value, given.Type, name.Span);
        if (parameter.Find("DefaultValue") is { } standard)
            return context.Scalar(standard["Value"]);
        context.Run.Report(LoweringDiagnostics.NoParameterValue(name.Text!, name.Span));
        return new Literal(null, type, name.Span);
    }

    private static LoweringContext Refused(LoweringContext context, SyntaxNode statement)
    {
        context.Run.Report(LoweringDiagnostics.Construct(
            $"the statement '{statement.Children[0].Node.Text}'", statement.Span));
        return context;
    }
}
