using System.Text.RegularExpressions;
using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary>
/// <c>parse-kv</c>: each key is a call <c>parse_kv(text, key, pair delimiter, key delimiter, quote, escape, greedy)</c>
/// that gives the key's first value or "", converted to the key's type. With a regular expression it is
/// <c>value_of_key(pairs, key)</c> over all that the expression finds.
/// </summary>
internal static class ParseKvOperator
{
    private static readonly string[] Names = ["pair_delimiter", "kv_delimiter", "quote", "escape"];

    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step)
    {
        var given = (step.Find("WithClause")?.List("Properties") ?? [])
            .ToLookup(p => p["Name"].Text!, p => p["Expression"], StringComparer.Ordinal);
        Scalar[] options =
        [
            .. Names.Select(name => new Literal(Joined(given[name], name), KqlType.String, step.Span)),
            new Literal(IsGreedy(given["greedy"].FirstOrDefault()), KqlType.Bool, step.Span),
        ];
        if (given["regex"].FirstOrDefault() is { } regex)
            return ByRegex(context, input, step, regex);
        var text = Conversion.To(KqlType.String, context.Scalar(step["Expression"]));
        return WithKeys(context, input, step, key => new Call(
            "parse_kv", [text, key, .. options], KqlType.String, step.Span));
    }

    private static Relation ByRegex(LoweringContext context, Relation input, SyntaxNode step, SyntaxNode regex)
    {
        var pattern = LiteralText.String(regex);
        if (GroupsOf(pattern) is { } groups && groups != 2)
        {
            const string What = "parse-kv with a regular expression that has not two groups, key and value";
            return context.Refuse(step, LoweringDiagnostics.Construct(What, regex.Span));
        }

        var text = Conversion.To(KqlType.String, context.Scalar(step["Expression"]));
        var pairs = new Call(
            "extract_all", [new Literal(pattern, KqlType.String, regex.Span), text], KqlType.Dynamic, step.Span);
        return WithKeys(context, input, step, key => new Call("value_of_key", [pairs, key], KqlType.String, step.Span));
    }

    private static Project WithKeys(
        LoweringContext context, Relation input, SyntaxNode step, Func<Literal, Scalar> valueOf)
    {
        var keys = step["Keys"].List("Columns").Select(k => k["Name"].Text!).ToHashSet(StringComparer.Ordinal);
        var assignments = step.Type!.Columns!.Select(c => keys.Contains(c.Name)
            ? new Assignment(context.Run.Column(c, step.Span), Conversion.To(
                c.Type ?? KqlType.String, valueOf(new Literal(c.Name, KqlType.String, step.Span))))
            : Columns.Keep(context.Column(c.Name)!, step.Span));
        return new Project(input, [.. assignments], step.Span);
    }

    /// <summary>Quotes as pairs of opening and closing ones, escapes one after the other.</summary>
    private static string Joined(IEnumerable<SyntaxNode> given, string name) => string.Concat(given
        .Select(LiteralText.String)
        .Select(text => name == "quote" && text.Length == 1 ? text + text : text));

    /// <summary>How many groups a pattern has; null where .NET does not read it.</summary>
    private static int? GroupsOf(string pattern)
    {
        try
        {
            return new Regex(pattern).GetGroupNumbers().Length - 1;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsGreedy(SyntaxNode? given) => given?.Find("Token")?.Text == "true";
}
