using System.Text.Json;
using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary>
/// <c>parse-kv</c>: each key is a call <c>parse_kv(text, key, options)</c> or <c>parse_kv_regex(text, key, regex)</c> that
/// gives the key's first value or "", converted to the key's type. The options are a JSON array
/// <c>[pair delimiter, key delimiter, [quotes…], escapes, greedy]</c>.
/// </summary>
internal static class ParseKvOperator
{
    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step)
    {
        var properties = (step.Find("WithClause")?.List("Properties") ?? [])
            .ToLookup(p => p["Name"].Text!, p => p["Expression"], StringComparer.Ordinal);
        var regex = Texts(properties["regex"]).FirstOrDefault();
        var (function, how) = regex is null ? ("parse_kv", Options(properties)) : ("parse_kv_regex", regex);
        var text = Conversion.To(KqlType.String, context.Scalar(step["Expression"]));
        var place = properties["regex"].FirstOrDefault()?.Span ?? step.Span;
        var keys = step["Keys"].List("Columns").ToDictionary(k => k["Name"].Text!, StringComparer.Ordinal);
        var assignments = step.Type!.Columns!.Select(c => keys.ContainsKey(c.Name)
            ? new Assignment(
                context.Run.Column(c, step.Span), Value(function, text, c, new Literal(how, KqlType.String, place)))
            : Columns.Keep(context.Column(c.Name)!, step.Span));
        return new Project(input, [.. assignments], step.Span);
    }

    private static Scalar Value(string function, Scalar text, BoundColumn key, Literal how)
    {
        var name = new Literal(key.Name, KqlType.String, text.Span);
        return Conversion.To(
            key.Type ?? KqlType.String, new Call(function, [text, name, how], KqlType.String, text.Span));
    }

    private static string Options(ILookup<string, SyntaxNode> properties) => JsonSerializer.Serialize(new object[]
    {
        Texts(properties["pair_delimiter"]).FirstOrDefault(""),
        Texts(properties["kv_delimiter"]).FirstOrDefault(""),
        Texts(properties["quote"]).Where(q => q.Length > 0),
        string.Concat(Texts(properties["escape"])),
        properties["greedy"].Any(g => g.Find("Token")?.Text == "true"),
    });

    private static IEnumerable<string> Texts(IEnumerable<SyntaxNode> given) => given.Select(LiteralText.String);
}
