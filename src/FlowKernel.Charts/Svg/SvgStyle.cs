using System.Xml.Linq;

namespace FlowKernel.Charts.Svg;

/// <summary>Turns style declarations into attributes, which sanitising viewers keep.</summary>
internal static class SvgStyle
{
    public static void IntoAttributes(XElement element, string style)
    {
        foreach (var declaration in style.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
                continue;
            var (name, value) = (declaration[..colon].Trim(), declaration[(colon + 1)..].Trim());
            if (name == "font")
                Font(element, value);
            else if (name.StartsWith("font-", StringComparison.Ordinal))
                element.SetAttributeValue(name, value);
        }
    }

    /// <summary>The shorthand in the one form that ECharts writes: style, weight, size, family.</summary>
    private static void Font(XElement element, string value)
    {
        var parts = value.Split(' ', 4, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 4)
            return;
        element.SetAttributeValue("font-weight", parts[1] == "normal" ? null : parts[1]);
        element.SetAttributeValue("font-size", parts[2]);
        element.SetAttributeValue("font-family", parts[3]);
    }
}
