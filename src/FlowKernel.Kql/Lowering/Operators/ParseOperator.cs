using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary>
/// <c>parse</c> and <c>parse-where</c>: columns cut out of a text by a pattern. Where the pattern does not fit, or
/// (except in the relaxed kind) a value is not of its type, all of them are null, and parse-where drops the row.
/// </summary>
internal static class ParseOperator
{
    private sealed record Parsed(Scalar Fits, IReadOnlyList<Assignment> Columns);

    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step)
    {
        var parsed = Parse(context, step);
        return Extended(context, input, step, parsed);
    }

    public static Relation LowerWhere(LoweringContext context, Relation input, SyntaxNode step)
    {
        var parsed = Parse(context, step);
        return Extended(context, new Filter(input, parsed.Fits, step.Span), step, parsed);
    }

    private static Relation Extended(LoweringContext context, Relation input, SyntaxNode step, Parsed parsed)
    {
        var byName = parsed.Columns.ToDictionary(a => a.Column.Name, StringComparer.Ordinal);
        var assignments = step.Type!.Columns!
            .Select(c => byName.TryGetValue(c.Name, out var assignment)
                ? assignment
                : Columns.Keep(context.Column(c.Name)!, step.Span));
        return new Project(input, [.. assignments], step.Span);
    }

    private static Parsed Parse(LoweringContext context, SyntaxNode step)
    {
        var kind = Parameters.Word(step, "kind") ?? "simple";
        var pattern = ParsePattern.Of([.. step.List("Patterns")], kind, Parameters.Word(step, "flags") ?? "");
        var text = Conversion.To(KqlType.String, context.Scalar(step["Expression"]));
        var regex = new Literal(pattern.Regex, KqlType.String, step.Span);
        var fits = (Scalar)new Call("matches regex", [text, regex], KqlType.Bool, step.Span);
        var values = pattern.Columns.Select(c => Extracted(text, regex, c.Group, c.Column)).ToList();
        var typed = values.Where(v => v.Type != KqlType.String).ToList();
        if (kind != "relaxed")
            fits = typed.Aggregate(fits, (all, v) => Bool("and", all, Bool("isnotnull", v)));
        return new Parsed(fits, [.. pattern.Columns.Zip(values, (c, value) => new Assignment(
            context.Run.Column(c.Column, step.Span), typed.Count == 0 ? value : When(fits, value)))]);
    }

    private static Scalar Extracted(Scalar text, Literal regex, int group, BoundColumn column)
    {
        var number = new Literal((long)group, KqlType.Long, regex.Span);
        var part = new Call("extract", [regex, number, text], KqlType.String, regex.Span);
        return Conversion.To(column.Type ?? KqlType.String, part);
    }

    private static Call When(Scalar fits, Scalar value) => new(
        "iff",
        [fits, value, new Literal(value.Type == KqlType.String ? "" : null, value.Type, value.Span)],
        value.Type,
        value.Span);

    private static Call Bool(string name, params IReadOnlyList<Scalar> arguments) =>
        new(name, arguments, KqlType.Bool, arguments[0].Span);
}
