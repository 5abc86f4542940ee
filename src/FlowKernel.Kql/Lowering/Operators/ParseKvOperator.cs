using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary>
/// <c>parse-kv</c>: each key is a call <c>parse_kv(text, key, pair delimiter, key delimiter, quote, escape, greedy)</c>
/// that gives the key's first value or "", converted to the key's type. The form with a regular expression has none.
/// </summary>
internal static class ParseKvOperator
{
    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step)
    {
        var properties = (step.Find("WithClause")?.List("Properties") ?? [])
            .ToDictionary(p => p["Name"].Text!, p => p["Expression"], StringComparer.Ordinal);
        if (properties.ContainsKey("regex"))
            return context.Refuse(
                step, LoweringDiagnostics.Construct("parse-kv with a regular expression", step.Span));
        string[] names = ["pair_delimiter", "kv_delimiter", "quote", "escape"];
        var options = names
            .Select(name => properties.TryGetValue(name, out var given) ? LiteralText.String(given) : "")
            .Select(Scalar (text) => new Literal(text, KqlType.String, step.Span))
            .Append(new Literal(IsGreedy(properties.GetValueOrDefault("greedy")), KqlType.Bool, step.Span))
            .ToList();
        var text = Conversion.To(KqlType.String, context.Scalar(step["Expression"]));
        var keys = step["Keys"].List("Columns").ToDictionary(k => k["Name"].Text!, StringComparer.Ordinal);
        var assignments = step.Type!.Columns!.Select(c => keys.ContainsKey(c.Name)
            ? new Assignment(context.Run.Column(c, step.Span), Value(text, c, options))
            : Columns.Keep(context.Column(c.Name)!, step.Span));
        return new Project(input, [.. assignments], step.Span);
    }

    private static Scalar Value(Scalar text, BoundColumn key, List<Scalar> options)
    {
        var name = new Literal(key.Name, KqlType.String, text.Span);
        var value = new Call("parse_kv", [text, name, .. options], KqlType.String, text.Span);
        return Conversion.To(key.Type ?? KqlType.String, value);
    }

    private static bool IsGreedy(SyntaxNode? given) => given?.Find("Token")?.Text == "true";
}
