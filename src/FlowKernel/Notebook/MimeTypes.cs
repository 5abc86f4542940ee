namespace FlowKernel.Notebook;

/// <summary>The MIME types that FlowKernel shows things in.</summary>
public static class MimeTypes
{
    /// <summary>Plain text.</summary>
    public const string Plain = "text/plain";

    /// <summary>An HTML fragment.</summary>
    public const string Html = "text/html";

    /// <summary>Markdown.</summary>
    public const string Markdown = "text/markdown";

    /// <summary>A self-contained SVG picture.</summary>
    public const string Svg = "image/svg+xml";

    /// <summary>A PNG picture in base64.</summary>
    public const string Png = "image/png";

    /// <summary>A plotly figure: data, layout, config.</summary>
    public const string Plotly = "application/vnd.plotly.v1+json";

    /// <summary>Any JSON.</summary>
    public const string Json = "application/json";
}
