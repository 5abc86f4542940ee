using FlowKernel.Diagnostics;
using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Text;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary>What stands in the brackets of <c>with (...)</c> after <c>externaldata</c>.</summary>
internal sealed record ExternalProperties
{
    /// <summary>The format of all files, or null where their names tell.</summary>
    public ExternalFormat? Format { get; private init; }

    /// <summary>True when the first record of each file holds names.</summary>
    public bool IgnoreFirstRecord { get; private init; }

    /// <summary>True when files whose names end in <c>.gz</c> are not packed.</summary>
    public bool GzIsPlain { get; private init; }

    /// <summary>The mapping as JSON, or null.</summary>
    public string? Mapping { get; private init; }

    /// <summary>Where the mapping stands.</summary>
    public TextSpan MappingSpan { get; private init; }

    /// <summary>The properties; null where one was reported.</summary>
    public static ExternalProperties? Read(LoweringContext context, SyntaxNode node)
    {
        var properties = new ExternalProperties();
        foreach (var property in node.Find("WithClause")?.List("Properties") ?? [])
        {
            var made = With(properties, context, property);
            if (!made.Succeeded)
            {
                context.Run.Report(made.Diagnostics[0]);
                return null;
            }

            properties = made.Value;
        }

        return properties;
    }

    /// <summary>The sentence about a format that is not read.</summary>
    public static Diagnostic UnknownFormat(string name, TextSpan span) => new(
        "FK0196", $"The embedded engine does not read the format '{name}'.", span,
        $"It reads {ExternalFormats.Names}.");

    private static Outcome<ExternalProperties> With(
        ExternalProperties properties, LoweringContext context, SyntaxNode property)
    {
        var name = property["Name"].Text ?? "";
        var value = property["Expression"];
        return name.ToLowerInvariant() switch
        {
            "format" => WithFormat(properties, TextOf(context, value), value.Span),
            "ignorefirstrecord" => properties with { IgnoreFirstRecord = IsTrue(context, value) },
            "treatgzasuncompressed" => properties with { GzIsPlain = IsTrue(context, value) },
            "ingestionmapping" => properties with { Mapping = TextOf(context, value), MappingSpan = value.Span },
            _ => new Diagnostic(
                "FK0195", $"The embedded engine's externaldata has no property '{name}'.", property.Span,
                "It has format, ignoreFirstRecord, ingestionMapping and treatGzAsUncompressed."),
        };
    }

    private static Outcome<ExternalProperties> WithFormat(ExternalProperties properties, string name, TextSpan span) =>
        ExternalFormats.TryParse(name, out var format)
            ? properties with { Format = format }
            : UnknownFormat(name, span);

    private static bool IsTrue(LoweringContext context, SyntaxNode value) =>
        bool.TryParse(TextOf(context, value), out var isTrue) && isTrue;

    // A bare word, such as format=csv, is a name to the parser.
    private static string TextOf(LoweringContext context, SyntaxNode value) =>
        value.Kind is "NameReference" or "NameDeclaration" or "TokenName" && value.Text is { } word
            ? word
            : (context.Scalar(value) as Literal)?.Value?.ToString() ?? "";
}
