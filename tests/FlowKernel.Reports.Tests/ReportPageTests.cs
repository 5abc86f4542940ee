namespace FlowKernel.Reports.Tests;

public sealed class ReportPageTests
{
    [Fact]
    public void OnlyScriptsOfTheReportItselfMayRun()
    {
        var page = Page($"<script>evil()</script><script {ReportPage.NoncePlace}>own()</script>");
        var nonce = page.Split("script-src 'nonce-")[1].Split('\'')[0];
        Assert.Equal(32, nonce.Length);
        Assert.Contains($"<script nonce=\"{nonce}\">own()</script>", page, StringComparison.Ordinal);
        Assert.Contains("<script>evil()</script>", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryReportHasANonceOfItsOwn() => Assert.NotEqual(Page("").Split("'nonce-")[1][..32], Page("").Split("'nonce-")[1][..32]);

    [Fact]
    public void ParametersStandInTheHeadEncoded() => Assert.Contains(
        "<p class=\"parameters\">With <code>ip=&lt;b&gt;</code></p>", Page("", "ip=<b>"), StringComparison.Ordinal);

    [Fact]
    public void NothingInTheScriptEndsItsElement() => Assert.DoesNotContain(
        "</script", ReportAssets.Script, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void WithoutAChartThereIsNoPlotly() => Assert.Single(Page("").Split("<script nonce=").Skip(1));

    private static string Page(string body, params string[] parameters) => new ReportPage
    {
        Title = "<T>",
        Contents = "",
        Parameters = parameters,
        Body = body,
        Footer = "",
        Plotly = null,
    }.ToString();
}
