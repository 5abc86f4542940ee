using System.Text;
using System.Xml.Linq;
using Microsoft.Playwright;

namespace FlowKernel.EndToEnd;

/// <summary>Looks into a chart that is shown as an image.</summary>
internal static class Pictures
{
    private const string Prefix = "data:image/svg+xml;base64,";

    /// <summary>How many shapes the picture has, once it is shown in its full size.</summary>
    public static async Task<int> BarsAsync(ILocator image)
    {
        await image.WaitForAsync();
        Assert.True(await image.EvaluateAsync<bool>("i => i.complete && i.naturalWidth > 300 && i.clientWidth > 300"));
        var source = await image.GetAttributeAsync("src") ?? "";
        Assert.StartsWith(Prefix, source);
        var svg = XElement.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(source[Prefix.Length..])));
        return svg.Descendants().Count(e => e.Name.LocalName == "path" && (string?)e.Attribute("fill") is not (null or "none"));
    }
}
