using System.Runtime.CompilerServices;
using FlowKernel.Notebook.Display;
using FlowKernel.Results;

namespace FlowKernel.Notebook.Formatting;

/// <summary>Writes one form of a value's MIME bundle.</summary>
/// <param name="mimeType">The MIME type of the form.</param>
public sealed class BundleFormatter(string mimeType)
{
    // Each form is asked for by itself, and a chart is worth drawing only once.
    private static readonly ConditionalWeakTable<object, MimeBundle> Bundles = [];

    /// <summary>The MIME type of what is written.</summary>
    public string MimeType => mimeType;

    /// <summary>Writes the form; false when the value has none of this MIME type.</summary>
    public bool Format(object value, TextWriter writer)
    {
        var bundle = Bundles.GetValue(value, BundleOf);
        if (FormOf(bundle) is not { } form)
            return false;
        writer.Write(form);
        return true;
    }

    // Where a result is a chart, its picture is what HTML shows.
    private string? FormOf(MimeBundle bundle) =>
        bundle.Data.TryGetValue(mimeType, out var form) ? BundleText.Of(form)
        : mimeType == MimeTypes.Html && bundle.Text(MimeTypes.Png) is { } picture
            ? PictureHtml.Image(
                MimeTypes.Png, picture, bundle.Metadata.GetValueOrDefault(MimeTypes.Png), "max-width:100%")
            : null;

    private static MimeBundle BundleOf(object value) => value switch
    {
        MimeBundle bundle => bundle,
        IDisplayable displayable => displayable.ToMimeBundle(),
        KqlTable table => TableDisplay.Bundle(table),
        _ => MimeBundle.Plain(value.ToString() ?? ""),
    };
}
