using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering;

/// <summary>Lowers scalar expressions, by the kind of their syntax.</summary>
internal static class ScalarLowering
{
    private static readonly HashSet<string> Comparisons =
        new(["==", "!=", "<", "<=", ">", ">=", "=~", "!~"], StringComparer.Ordinal);

    private static readonly HashSet<string> Arithmetic = new(["+", "-", "*", "/", "%"], StringComparer.Ordinal);

    private static readonly Dictionary<string, string> ModernOperators = new(StringComparer.Ordinal)
    {
        ["<>"] = "!=",
        ["notcontains"] = "!contains",
        ["containscs"] = "contains_cs",
        ["notcontainscs"] = "!contains_cs",
        ["startswithcs"] = "startswith_cs",
        ["endswithcs"] = "endswith_cs",
        ["hascs"] = "has_cs",
    };

    /// <summary>The scalar of an expression over the context's row; a null of its type where there is none.</summary>
    public static Scalar Lower(LoweringContext context, SyntaxNode node) => node.Kind switch
    {
        "ParenthesizedExpression" => context.Scalar(node["Expression"]),
        "NameReference" => Named(context, node),
        "FunctionCallExpression" => CallLowering.Lower(context, node),
        "StringLiteralExpression" or "CompoundStringLiteralExpression" =>
            new Literal(LiteralText.String(node), KqlType.String, node.Span),
        "DynamicExpression" => Dynamic(context, node),
        "UnaryMinusExpression" => Negated(context, node),
        "UnaryPlusExpression" => context.Scalar(node["Expression"]),
        "PathExpression" or "ElementExpression" => Member(context, node),
        "BetweenExpression" or "NotBetweenExpression" => Between(context, node),
        "ToScalarExpression" => Subqueries.ToScalar(context, node),
        "TypeOfLiteralExpression" => new Literal(TypeNames(node), KqlType.String, node.Span),
        "SimpleNamedExpression" => context.Scalar(node["Expression"]),
        _ when LiteralValues.Reads(node.Kind) => LiteralOf(context, node),
        _ when node.Find("Operator") is not null && node.Find("Left") is not null => Binary(context, node),
        _ => Refused(context, node),
    };

    /// <summary>A null that stands where a problem was reported.</summary>
    public static Scalar Refused(LoweringContext context, SyntaxNode node)
    {
        context.Run.Report(LoweringDiagnostics.Construct($"'{Excerpt(context.Run.Kql, node)}'", node.Span));
        return new Literal(null, TypeOf(node), node.Span);
    }

    /// <summary>The binder's type; dynamic where it knows none.</summary>
    public static KqlType TypeOf(SyntaxNode node) => node.Type?.ScalarType ?? KqlType.Dynamic;

    private static Scalar Named(LoweringContext context, SyntaxNode node)
    {
        var name = node.Text!;
        if (node.Symbol == "ColumnSymbol" && context.Column(name) is { } column)
            return new ColumnRef(column, node.Span);
        return context.Names.Find(name) switch
        {
            ScalarBinding scalar => Subqueries.Checked(context, scalar, node),
            FunctionBinding function when node.Find("Body") is not null =>
                FunctionCalls.Scalar(context, function, node, []),
            _ when context.Column(name) is { } same => new ColumnRef(same, node.Span),
            _ => Refused(context, node),
        };
    }

    private static Scalar LiteralOf(LoweringContext context, SyntaxNode node)
    {
        if (LiteralValues.TryRead(node, out var type, out var value))
            return new Literal(value, type, node.Span);
        context.Run.Report(LoweringDiagnostics.BadLiteral(node["Token"].Text!, node.Span));
        return new Literal(null, type, node.Span);
    }

    private static Literal Dynamic(LoweringContext context, SyntaxNode node)
    {
        if (!DynamicText.IsFinite(node["Expression"]))
            context.Run.Report(LoweringDiagnostics.BadLiteral(Excerpt(context.Run.Kql, node), node.Span));
        var json = DynamicText.ToJson(node["Expression"]);
        return new Literal(json is null ? null : new DynamicValue(json), KqlType.Dynamic, node.Span);
    }

    private static Scalar Negated(LoweringContext context, SyntaxNode node) => context.Scalar(node["Expression"]) switch
    {
        Literal { Value: long n } => new Literal(-n, KqlType.Long, node.Span),
        Literal { Value: double n } => new Literal(-n, KqlType.Real, node.Span),
        Literal { Value: TimeSpan t } => new Literal(-t, KqlType.TimeSpan, node.Span),
        { Type: KqlType.Dynamic } operand => NotOfDynamic(context, operand, node),
        var operand => new Call("negate", [operand], TypeOf(node), node.Span),
    };

    private static Scalar NotOfDynamic(LoweringContext context, Scalar operand, SyntaxNode node)
    {
        context.Run.Report(LoweringDiagnostics.DynamicArithmetic("'-' does not work on", node.Span));
        return operand;
    }

    private static string TypeNames(SyntaxNode node) =>
        string.Join(",", node.List("Types").Select(t => t.Find("Type")?.Text ?? "dynamic"));

    private static Scalar Member(LoweringContext context, SyntaxNode node)
    {
        var selector = node["Selector"];
        if (node["Expression"] is { Kind: "NameReference", Text: { } name }
            && context.Names.Find(name) is RowBinding row && row.Column(selector.Text ?? "") is { } column)
        {
            return new ColumnRef(column, node.Span);
        }

        Scalar key = selector.Kind switch
        {
            "NameReference" => new Literal(selector.Text, KqlType.String, selector.Span),
            "BracketedExpression" => context.Scalar(selector["Expression"]),
            _ => Refused(context, selector),
        };
        return new Call("[]", [context.Scalar(node["Expression"]), key], TypeOf(node), node.Span);
    }

    private static Call Between(LoweringContext context, SyntaxNode node) => new(
        node["Operator"].Text!,
        [context.Scalar(node["Left"]), context.Scalar(node["Right"]["First"]), context.Scalar(node["Right"]["Second"])],
        KqlType.Bool,
        node.Span);

    private static Scalar Binary(LoweringContext context, SyntaxNode node)
    {
        var name = node["Operator"].Text!;
        name = ModernOperators.GetValueOrDefault(name, name);
        if (node["Left"].Kind == "StarExpression")
            return AnyColumn.Matches(context, name, context.Scalar(node["Right"]), node.Span);
        var (left, right) = (context.Scalar(node["Left"]), node["Right"]);
        if (right.Kind != "ExpressionList")
        {
            var second = context.Scalar(right);
            if (Comparisons.Contains(name) && (left.Type, second.Type) is (KqlType.Dynamic, KqlType.Dynamic))
                context.Run.Report(LoweringDiagnostics.DynamicComparison(node.Span));
            if (Arithmetic.Contains(name) && (left.Type, second.Type) is (KqlType.Dynamic, KqlType.Dynamic))
                context.Run.Report(LoweringDiagnostics.DynamicArithmetic($"'{name}' does not work on two", node.Span));
            return new Call(name, [left, second], TypeOf(node), node.Span);
        }

        var values = right.List("Expressions").ToList();
        return values is [{ Type.Columns: not null } table]
            ? new InSubquery(name, left, Subqueries.Table(context, table), node.Span)
            : new Call(name, [left, .. values.Select(context.Scalar)], KqlType.Bool, node.Span);
    }

    private static string Excerpt(string kql, SyntaxNode node)
    {
        const int Longest = 40;
        var start = Math.Clamp(node.Span.Start, 0, kql.Length);
        var text = kql.Substring(start, Math.Clamp(node.Span.Length, 0, kql.Length - start)).ReplaceLineEndings(" ");
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }
}
