namespace FlowKernel.Notebook.Formatting;

/// <summary>How charts are shown by .NET Interactive; it finds this class by convention.</summary>
public sealed class ChartFormatterSource
{
    /// <summary>One formatter for each MIME type.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new BundleFormatter(MimeTypes.Plotly), new BundleFormatter(MimeTypes.Png),
        new BundleFormatter(MimeTypes.Plain),
    ];
}
