namespace FlowKernel.Notebook.Formatting;

/// <summary>How results and tables are shown by .NET Interactive; it finds this class by convention.</summary>
public sealed class TableFormatterSource
{
    /// <summary>One formatter for each MIME type.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
        [new BundleFormatter(MimeTypes.Html), new BundleFormatter(MimeTypes.Plain)];
}
