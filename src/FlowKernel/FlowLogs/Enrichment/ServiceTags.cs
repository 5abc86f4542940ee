using System.Text.Json;
using FlowKernel.Diagnostics;
using FlowKernel.FlowLogs.Addresses;

namespace FlowKernel.FlowLogs.Enrichment;

/// <summary>
/// Reads the weekly file of Azure's service tags, <c>ServiceTags_Public_YYYYMMDD.json</c>. An address belongs to many
/// tags: the longest prefix counts, of equal prefixes a service before all of AzureCloud, and a region before none.
/// </summary>
/// <remarks>https://learn.microsoft.com/azure/virtual-network/service-tags-overview</remarks>
public static class ServiceTags
{
    /// <summary>The tags of a file; a missing file is FK0604, other content FK0605.</summary>
    public static async Task<Outcome<PrefixTable<ServiceTag>>> ReadFileAsync(
        string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            return new Diagnostic(
                "FK0604", $"There is no service tags file at '{path}'.", default,
                "Download ServiceTags_Public_….json from https://www.microsoft.com/download/details.aspx?id=56519.");
        }

        await using var stream = File.OpenRead(path);
        return await ReadAsync(stream, path, cancellation);
    }

    /// <summary>The tags in a stream; other content is FK0605, under the name given.</summary>
    public static async Task<Outcome<PrefixTable<ServiceTag>>> ReadAsync(
        Stream stream, string name, CancellationToken cancellation)
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(stream, cancellationToken: cancellation);
            return new PrefixTable<ServiceTag>(Entries(json.RootElement).OrderBy(e => Rank(e.Value)));
        }
        catch (Exception mistake) when (mistake is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new Diagnostic(
                "FK0605", $"'{name}' is not a service tags file.", default,
                "It holds \"values\", each with \"name\" and \"properties\".\"addressPrefixes\".");
        }
    }

    private static IEnumerable<KeyValuePair<IpPrefix, ServiceTag>> Entries(JsonElement root)
    {
        foreach (var value in root.GetProperty("values").EnumerateArray())
        {
            var properties = value.GetProperty("properties");
            var (service, region) = (Text(properties, "systemService"), Text(properties, "region"));
            var tag = new ServiceTag(Text(value, "name"), service, region);
            foreach (var text in properties.GetProperty("addressPrefixes").EnumerateArray())
            {
                if (IpPrefix.TryParse(text.GetString(), out var prefix))
                    yield return KeyValuePair.Create(prefix, tag);
            }
        }
    }

    private static int Rank(ServiceTag tag) => (tag.IsWholeCloud ? 2 : 0) + (tag.Region == "" ? 1 : 0);

    private static string Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) ? value.GetString() ?? "" : "";
}
