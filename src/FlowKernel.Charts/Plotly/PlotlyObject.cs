namespace FlowKernel.Charts.Plotly;

/// <summary>Sets properties of Plotly.NET's objects by the names that plotly.js's reference uses.</summary>
internal static class PlotlyObject
{
    /// <summary>Sets a property; null leaves it out.</summary>
    public static T With<T>(this T target, string name, object? value)
        where T : DynamicObj.DynamicObj
    {
        if (value is not null)
            target.SetProperty(name, value);
        return target;
    }

    /// <summary>A nested object.</summary>
    public static DynamicObj.DynamicObj Of(params ReadOnlySpan<(string Name, object? Value)> properties)
    {
        var made = new DynamicObj.DynamicObj();
        foreach (var (name, value) in properties)
            made.With(name, value);
        return made;
    }

    /// <summary>Numbers as JSON has them: NaN is null.</summary>
    public static double?[] Numbers(double[] values) =>
        Array.ConvertAll(values, v => double.IsFinite(v) ? v : (double?)null);

    /// <summary>
    /// A text as plotly.js shows it unchanged: it reads a few HTML tags and the entities in every text
    /// (https://plotly.com/chart-studio-help/adding-HTML-and-links-to-charts).
    /// </summary>
    public static string Text(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
