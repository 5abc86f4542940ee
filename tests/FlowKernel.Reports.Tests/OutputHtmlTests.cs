using System.Text.Json.Nodes;
using FlowKernel.Notebook.Running;

namespace FlowKernel.Reports.Tests;

public sealed class OutputHtmlTests
{
    [Theory]
    [InlineData("{\"image/png\":\"AAAA\"}", "<figure><img alt=\"a &lt;b&gt; &quot;c&quot;\" src=\"data:image/png;base64,AAAA\">")]
    [InlineData(
        "{\"image/png\":\"AAAA\",\"application/vnd.plotly.v1+json\":{}}",
        "<div class=\"still\"><img alt=\"a &lt;b&gt; &quot;c&quot;\" src")]
    public void APictureHasTheAlternativeTextOfItsMetadata(string data, string html) => Assert.Contains(
        html, Write(data, "{\"image/png\":{\"alt\":\"a <b> \\\"c\\\"\"}}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"image/png\":{\"alt\":[1]}}")]
    [InlineData("{\"image/png\":7}")]
    public void APictureWithoutOneHasAnEmptyText(string metadata) => Assert.Contains(
        "<img alt=\"\" src", Write("{\"image/png\":\"AAAA\"}", metadata), StringComparison.Ordinal);

    [Fact]
    public void AFigureWithoutAPictureHasItsTextInItsPlace() => Assert.Contains(
        "<div class=\"still\"><pre>a figure of scatter3d</pre></div>",
        Write("{\"text/plain\":\"a figure of scatter3d\",\"application/vnd.plotly.v1+json\":{}}", "{}"), StringComparison.Ordinal);

    private static string Write(string data, string metadata) => new OutputHtml(new OutputTables()).Write(
        JsonNode.Parse($"{{\"output_type\":\"display_data\",\"data\":{data},\"metadata\":{metadata}}}")!.AsObject());
}
