using System.Text.Json.Nodes;
using FlowKernel.Notebook.Formatting;
using FlowKernel.Results;

namespace FlowKernel.Notebook;

/// <summary>
/// One thing to show, in several forms. Text forms are JSON strings; <c>application/json</c> and the
/// <c>+json</c> types are JSON objects, as the Jupyter protocol wants them.
/// </summary>
[TypeFormatterSource(typeof(TableFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed record MimeBundle(IReadOnlyDictionary<string, JsonNode> Data)
{
    // Sanitising viewers fail at HTML that holds nothing at all.
    private const string EmptyHtml = "<span></span>";

    /// <summary>Shows as nothing: takes the place of what should no longer be seen.</summary>
    public static MimeBundle Nothing { get; } = Of((MimeTypes.Html, EmptyHtml), (MimeTypes.Plain, ""));

    /// <summary>True when no form shows anything.</summary>
    public bool IsNothing => Data.Values.All(
        node => node is JsonValue value && value.TryGetValue<string>(out var text) && (text is "" or EmptyHtml));

    /// <summary>Hints for viewers, by MIME type.</summary>
    public IReadOnlyDictionary<string, JsonNode> Metadata { get; init; } = new Dictionary<string, JsonNode>();

    /// <summary>
    /// The whole table behind what is shown, or null. It is no form of the bundle: viewers do not get it, a report
    /// offers it as a file.
    /// </summary>
    public KqlTable? Table { get; init; }

    /// <summary>A bundle with a plain text only.</summary>
    public static MimeBundle Plain(string text) => Of((MimeTypes.Plain, text));

    /// <summary>A bundle of text forms.</summary>
    public static MimeBundle Of(params ReadOnlySpan<(string Mime, string Text)> forms)
    {
        var data = new Dictionary<string, JsonNode>();
        foreach (var (mime, text) in forms)
            data[mime] = JsonValue.Create(text);
        return new MimeBundle(data);
    }

    /// <summary>The text of a form, or null.</summary>
    public string? Text(string mime) => Data.TryGetValue(mime, out var node) ? node.GetValue<string>() : null;
}
