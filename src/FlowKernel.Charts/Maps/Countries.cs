using System.Text.Json;
using FlowKernel.Charts.Resources;

namespace FlowKernel.Charts.Maps;

/// <summary>
/// Finds countries by what columns call them: two or three letters (ISO 3166-1), the English name, or an Azure region
/// that is there.
/// </summary>
internal static class Countries
{
    private static readonly Lazy<Dictionary<string, Country>> ByName = new(Read);

    /// <summary>The country, or null when there is none of that code or name.</summary>
    public static Country? Find(string text) => ByName.Value.GetValueOrDefault(text.Trim())
        ?? (AzureRegions.CountryOf(text) is { } code ? ByName.Value.GetValueOrDefault(code) : null);

    private static Dictionary<string, Country> Read()
    {
        using var codes = JsonDocument.Parse(EmbeddedBytes.Read("country-codes.json"));
        using var names = JsonDocument.Parse(EmbeddedBytes.Read("country-names.json"));
        var all = new Dictionary<string, Country>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in codes.RootElement.EnumerateArray())
        {
            var (two, three, code) = (row[0].GetString()!, row[1].GetString()!, row[2].GetString()!);
            if (!names.RootElement.GetProperty("countries").TryGetProperty(two, out var called))
                continue;
            var texts = called.ValueKind == JsonValueKind.Array
                ? called.EnumerateArray().Select(n => n.GetString()!).ToArray()
                : [called.GetString()!];
            var country = new Country(code, texts.MinBy(t => t.Length)!);
            foreach (var name in texts.Append(two).Append(three))
                all.TryAdd(name, country);
        }

        return all;
    }
}
