using System.Text.Json;

namespace FlowKernel.Specs.Conformance;

/// <summary>A query with what the real engine gave for it.</summary>
internal sealed record ConformanceCase(string Id, string Kql, JsonElement Json)
{
    private static readonly string[] Files = ["docs.jsonl", "docs-geo.jsonl", "fuzz.jsonl", "rejects.jsonl"];
    private static readonly string[] SetTags = ["make_set", "make_set_if", "makeset", "list_order_free"];
    private static readonly string[] CoarseTags = ["stdev", "variance", "percentile", "series"];

    /// <summary>True when the real engine refuses the query.</summary>
    public bool IsRejected => Json.TryGetProperty("reject", out _);

    /// <summary>True when the record merged int with long and real with decimal.</summary>
    public bool IsLoose => Json.GetProperty("types").GetString() == "loose";

    /// <summary>True when the order of the rows is fixed.</summary>
    public bool IsOrdered => Json.GetProperty("ordered").GetBoolean();

    /// <summary>The sort keys whose order alone is fixed where rows tie; empty when all rows are fixed.</summary>
    public IReadOnlyList<string> OrderBy => Json.TryGetProperty("order_by", out var keys)
        ? [.. keys.EnumerateArray().Select(k => k.GetString()!)]
        : [];

    /// <summary>True when arrays inside dynamic values have no order.</summary>
    public bool HasFreeLists => Tags.Any(t => SetTags.Contains(t, StringComparer.Ordinal));

    /// <summary>How far reals may lie apart, relative to their size.</summary>
    public double Tolerance =>
        Tags.Any(t => CoarseTags.Any(c => t.StartsWith(c, StringComparison.Ordinal))) ? 1e-6 : 1e-9;

    private IEnumerable<string> Tags => Json.GetProperty("tags").EnumerateArray().Select(t => t.GetString()!);

    /// <summary>The folder of recorded cases beside the repository, or null where there is none.</summary>
    public static string? Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var cases = Path.Combine(folder.FullName, "shared", "conformance");
            if (Directory.Exists(cases))
                return cases;
        }

        return null;
    }

    /// <summary>All cases of the folder.</summary>
    public static IEnumerable<ConformanceCase> Read(string folder) => Files
        .Select(f => Path.Combine(folder, f)).Where(File.Exists).SelectMany(File.ReadLines)
        .Select(line => JsonDocument.Parse(line).RootElement)
        .Select(json => new ConformanceCase(
            json.GetProperty("id").GetString()!, json.GetProperty("kql").GetString()!, json));
}
