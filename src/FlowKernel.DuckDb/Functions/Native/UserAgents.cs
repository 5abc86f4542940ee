using System.Collections.Concurrent;
using System.Text.Json;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>
/// What a user agent says of its browser, system and device, by the patterns of uap-core
/// (https://learn.microsoft.com/kusto/query/parse-user-agent-function).
/// </summary>
internal static class UserAgents
{
    private const int MostKept = 10_000;

    /// <summary>What there is to look for.</summary>
    public static readonly IReadOnlyList<string> Parts = ["browser", "os", "device"];

    private static readonly Lazy<IReadOnlyDictionary<string, List<UserAgentPattern>>> Patterns =
        new(UserAgentPatterns.Read);

    private static readonly ConcurrentDictionary<(string Part, string Agent), string> Known = new();

    private static readonly Dictionary<string, Part> ByName = new(StringComparer.Ordinal)
    {
        ["browser"] = new("Browser", "user_agent_parsers",
        [
            ("Family", "family_replacement", 1), ("MajorVersion", "v1_replacement", 2),
            ("MinorVersion", "v2_replacement", 3), ("Patch", "v3_replacement", 4),
        ]),
        ["os"] = new("OperatingSystem", "os_parsers",
        [
            ("Family", "os_replacement", 1), ("MajorVersion", "os_v1_replacement", 2),
            ("MinorVersion", "os_v2_replacement", 3), ("Patch", "os_v3_replacement", 4),
            ("PatchMinor", "os_v4_replacement", 5),
        ]),
        ["device"] = new("Device", "device_parsers",
        [
            ("Family", "device_replacement", 1), ("Brand", "brand_replacement", 0), ("Model", "model_replacement", 1),
        ]),
    };

    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows = [NativeFunction.Json<string, string>("kql_parse_user_agent", Parse)];

    private static string? Parse(string agent, string wanted)
    {
        var json = JsonText.Parse(wanted);
        JsonElement[] parts = json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray()] : [json];
        var names = parts.Where(p => p.ValueKind == JsonValueKind.String).Select(p => p.GetString()!).ToList();
        if (names.Count == 0 || names.Exists(name => !ByName.ContainsKey(name)))
            return null;
        if (Known.Count > MostKept)
            Known.Clear();
        var members = Parts.Where(names.Contains)
            .Select(name => $"{JsonText.Quote(ByName[name].Name)}:{Of(name, agent)}");
        return $"{{{string.Join(',', members)}}}";
    }

    private static string Of(string part, string agent) =>
        Known.GetOrAdd((part, agent), key => ByName[key.Part].Of(key.Agent));

    private sealed record Part(string Name, string List, (string Name, string Replacement, int Group)[] Properties)
    {
        /// <summary>The properties as JSON; the family is Other where no pattern matches.</summary>
        public string Of(string agent)
        {
            foreach (var pattern in Patterns.Value[List])
            {
                if (pattern.Find(agent) is { } match)
                    return Bag(Properties.Select(p => (p.Name, pattern.Property(match, p.Replacement, p.Group))));
            }

            return Bag(Properties.Select((p, i) => (p.Name, i == 0 ? "Other" : "")));
        }

        private static string Bag(IEnumerable<(string Name, string Value)> properties) =>
            $"{{{string.Join(',', properties.Select(p => $"{JsonText.Quote(p.Name)}:{JsonText.Quote(p.Value)}"))}}}";
    }
}
