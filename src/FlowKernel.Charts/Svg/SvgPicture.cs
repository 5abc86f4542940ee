using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using FlowKernel.Charts.Spec;
using FlowKernel.Results;

namespace FlowKernel.Charts.Svg;

/// <summary>
/// Makes ECharts' SVG fit for every viewer: no style sheet, class or foreign attribute, ids that no other picture on
/// the page has, a name for screen readers, and the value of each mark as its tooltip.
/// </summary>
internal static class SvgPicture
{
    private const int TooltipsUpTo = 1500;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static string Finish(string drawn, ChartSpec spec)
    {
        var root = XElement.Parse(drawn);
        var tips = new MarkTooltips(spec);
        var withTips = root.Descendants().Count(IsMark) <= TooltipsUpTo;
        foreach (var element in root.Descendants().ToList())
        {
            if (withTips && IsMark(element) && tips.At(Index(element, "series"), Index(element, "data")) is { } tip)
                element.AddFirst(new XElement(Svg + "title", tip));
            Clean(element);
        }

        root.Elements(Svg + "style").Remove();
        Name(root, spec);
        return WithOwnIds(root.ToString(SaveOptions.DisableFormatting));
    }

    private static bool IsMark(XElement element) => (string?)element.Attribute("ecmeta_ssr_type") == "chart";

    private static int Index(XElement element, string what) =>
        int.TryParse((string?)element.Attribute($"ecmeta_{what}_index"), CultureInfo.InvariantCulture, out var index)
            ? index : -1;

    private static void Clean(XElement element)
    {
        element.Attributes()
            .Where(a => a.Name.LocalName.StartsWith("ecmeta_", StringComparison.Ordinal) || a.Name.LocalName == "class")
            .Remove();
        if (element.Attribute("style") is { } style)
        {
            SvgStyle.IntoAttributes(element, style.Value);
            style.Remove();
        }
    }

    private static void Name(XElement root, ChartSpec spec)
    {
        var name = spec.Title.Length > 0 ? spec.Title : spec.Subject;
        root.AddFirst(new XElement(Svg + "title", name));
        root.SetAttributeValue("role", "img");
        root.SetAttributeValue("aria-label", $"{name} ({spec.Kind.Name()})");
        root.SetAttributeValue("style", "max-width:100%;height:auto");
    }

    /// <summary>
    /// ECharts numbers its ids by drawings in this process; a hash of the picture makes them unique on a page, and the
    /// same for the same picture.
    /// </summary>
    private static string WithOwnIds(string svg)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(SvgIds.Rename(svg, "")));
        return SvgIds.Rename(svg, "fk" + Convert.ToHexStringLower(hash.AsSpan(0, 5)));
    }
}
