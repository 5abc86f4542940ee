using System.Reflection;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>
/// The lists of patterns in uap-core's <c>regexes.yaml</c>, which has lines of <c>key: 'value'</c> and no other YAML
/// (https://github.com/ua-parser/uap-core, Apache-2.0).
/// </summary>
internal static class UserAgentPatterns
{
    /// <summary>By the list's name, such as <c>os_parsers</c>; a list's first match counts.</summary>
    public static IReadOnlyDictionary<string, List<UserAgentPattern>> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("uap-core/regexes.yaml")!;
        using var reader = new StreamReader(stream);
        var lists = new Dictionary<string, List<UserAgentPattern>>(StringComparer.Ordinal);
        var list = new List<UserAgentPattern>();
        var entry = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line is [>= 'a' and <= 'z', ..])
            {
                Keep(entry, list);
                entry = [];
                lists.Add(line.TrimEnd(':', ' '), list = []);
            }
            else if (Pair(line) is { } pair)
            {
                if (line.TrimStart().StartsWith('-'))
                {
                    Keep(entry, list);
                    entry = [];
                }

                entry[pair.Key] = pair.Value;
            }
        }

        Keep(entry, list);
        return lists;
    }

    private static (string Key, string Value)? Pair(string line)
    {
        var text = line.Trim().TrimStart('-').TrimStart();
        var colon = text.IndexOf(": '", StringComparison.Ordinal);
        var end = text.LastIndexOf('\'');
        return text.StartsWith('#') || colon < 0 || end < colon + 3
            ? null
            : (text[..colon], text[(colon + 3)..end].Replace("''", "'", StringComparison.Ordinal));
    }

    private static void Keep(Dictionary<string, string> entry, List<UserAgentPattern> list)
    {
        if (entry.TryGetValue("regex", out var pattern))
            list.Add(new UserAgentPattern(pattern, entry.GetValueOrDefault("regex_flag") == "i", entry));
    }
}
