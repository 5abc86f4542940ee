using System.Text.RegularExpressions;

namespace FlowKernel.DuckDb.Results;

/// <summary>What DuckDB says, in KQL's words: its names of types are not those that the user wrote.</summary>
internal static partial class EngineWords
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["INT64"] = "long", ["BIGINT"] = "long", ["HUGEINT"] = "long", ["INT128"] = "long",
        ["INT32"] = "int", ["INTEGER"] = "int", ["DOUBLE"] = "real", ["FLOAT"] = "real",
        ["VARCHAR"] = "string", ["TIMESTAMP"] = "datetime",
        ["BOOLEAN"] = "bool", ["UUID"] = "guid", ["JSON"] = "dynamic",
        ["DECIMAL"] = "decimal",
    };

    /// <summary>The sentence with KQL's names of types, ended by a full stop.</summary>
    public static string Reworded(string reason)
    {
        var text = EngineType().Replace(
            reason, m => Types.TryGetValue(m.Groups[1].Value, out var type) ? type : m.Value);
        return text.TrimEnd('!', '.', ' ') + ".";
    }

    [GeneratedRegex(@"\b([A-Z]{4,9}|INT\d+)\b(\(\d+,\s*\d+\))?")]
    private static partial Regex EngineType();
}
