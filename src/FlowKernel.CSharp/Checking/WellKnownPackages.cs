using System.Collections.Frozen;

namespace FlowKernel.CSharp.Checking;

/// <summary>Types that people expect to have, and the NuGet packages and namespaces that they come from.</summary>
internal static class WellKnownPackages
{
    private static readonly (string Package, string Namespace, string[] Types)[] Facts =
    [
        ("Azure.Identity", "Azure.Identity", ["DefaultAzureCredential", "AzureCliCredential"]),
        ("Azure.Monitor.Query", "Azure.Monitor.Query", ["LogsQueryClient", "MetricsQueryClient"]),
        ("Azure.ResourceManager", "Azure.ResourceManager", ["ArmClient"]),
        ("Azure.Security.KeyVault.Secrets", "Azure.Security.KeyVault.Secrets", ["SecretClient"]),
        ("Azure.Storage.Blobs", "Azure.Storage.Blobs", ["BlobServiceClient", "BlobContainerClient", "BlobClient"]),
        ("ClosedXML", "ClosedXML.Excel", ["XLWorkbook"]),
        ("CsvHelper", "CsvHelper", ["CsvReader", "CsvWriter"]),
        ("Dapper", "Dapper", ["SqlMapper"]),
        ("DnsClient", "DnsClient", ["LookupClient"]),
        ("HtmlAgilityPack", "HtmlAgilityPack", ["HtmlDocument", "HtmlWeb"]),
        ("MathNet.Numerics", "MathNet.Numerics.Statistics", ["DescriptiveStatistics", "Histogram"]),
        ("MaxMind.GeoIP2", "MaxMind.GeoIP2", ["DatabaseReader"]),
        ("Microsoft.Data.Analysis", "Microsoft.Data.Analysis", ["DataFrame"]),
        ("Microsoft.Data.SqlClient", "Microsoft.Data.SqlClient", ["SqlConnection", "SqlCommand"]),
        ("Microsoft.ML", "Microsoft.ML", ["MLContext"]),
        ("Newtonsoft.Json", "Newtonsoft.Json", ["JsonConvert", "JsonSerializerSettings"]),
        ("Newtonsoft.Json", "Newtonsoft.Json.Linq", ["JObject", "JArray", "JToken"]),
        ("PacketDotNet", "PacketDotNet", ["EthernetPacket", "IPv4Packet", "TcpPacket"]),
        ("SharpPcap", "SharpPcap.LibPcap", ["CaptureFileReaderDevice"]),
        ("SkiaSharp", "SkiaSharp", ["SKBitmap", "SKCanvas"]),
        ("YamlDotNet", "YamlDotNet.Serialization", ["DeserializerBuilder", "SerializerBuilder"]),
    ];

    private static readonly FrozenDictionary<string, (string Package, string Namespace)> ByType = Facts
        .SelectMany(f => f.Types.Select(type => (type, f.Package, f.Namespace)))
        .ToFrozenDictionary(f => f.type, f => (f.Package, f.Namespace), StringComparer.Ordinal);

    /// <summary>How to get a type, or null for one that is not known here.</summary>
    public static string? HintFor(string type) => ByType.TryGetValue(type, out var fact)
        ? $"Add #r \"nuget: {fact.Package}\" and using {fact.Namespace};"
        : null;
}
