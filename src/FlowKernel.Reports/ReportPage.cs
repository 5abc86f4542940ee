using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace FlowKernel.Reports;

/// <summary>
/// The page around a report. Its content security policy lets no request out, and only scripts run that the report
/// itself brings: a script that came in with data or with a cell's own HTML does not.
/// </summary>
internal sealed class ReportPage
{
    /// <summary>Stands in scripts where the page's own nonce goes.</summary>
    public const string NoncePlace = "nonce=\"{report-nonce}\"";

    private readonly string _nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public required string Title { get; init; }

    public required string Contents { get; init; }

    public required IReadOnlyList<string> Parameters { get; init; }

    public required string Body { get; init; }

    public required string Footer { get; init; }

    /// <summary>The text of plotly.js, or null where the report has no chart.</summary>
    public required string? Plotly { get; init; }

    public override string ToString()
    {
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"").Append(Policy).Append("\">\n")
            .Append("<meta name=\"generator\" content=\"FlowKernel\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<title>").Append(WebUtility.HtmlEncode(Title)).Append("</title>\n")
            .Append("<style>\n").Append(ReportAssets.Style).Append("</style>\n</head>\n<body>\n")
            .Append(Tools).Append(Contents).Append("<main>\n").Append(Given())
            .Append(Body.Replace(NoncePlace, $"nonce=\"{_nonce}\"", StringComparison.Ordinal))
            .Append(Footer).Append("</main>\n");
        if (Plotly is { } plotly)
            AppendScript(page, plotly);
        AppendScript(page, ReportAssets.Script);
        return page.Append("</body>\n</html>\n").ToString();
    }

    private const string Tools =
        "<div class=\"tools\" hidden><button type=\"button\" data-do=\"code\">Hide code</button>"
        + "<button type=\"button\" data-do=\"theme\">Dark</button></div>\n";

    private string Policy =>
        $"default-src 'none'; script-src 'nonce-{_nonce}'; style-src 'unsafe-inline'; img-src data: blob:; "
        + "base-uri 'none'; form-action 'none'";

    private string Given() => Parameters.Count == 0
        ? ""
        : $"<p class=\"parameters\">With {string.Join(", ", Parameters.Select(p => $"<code>{WebUtility.HtmlEncode(p)}</code>"))}</p>\n";

    private void AppendScript(StringBuilder page, string script) =>
        page.Append("<script nonce=\"").Append(_nonce).Append("\">\n").Append(script).Append("\n</script>\n");
}
