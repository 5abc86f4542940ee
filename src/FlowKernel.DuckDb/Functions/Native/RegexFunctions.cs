using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>Regular expressions as KQL reads them, for what RE2 cannot do.</summary>
internal static class RegexFunctions
{
    private const int MostKept = 256;

    // .NET has none of them.
    private static readonly (string Name, string Set)[] PosixClasses =
    [
        ("[:alpha:]", "a-zA-Z"), ("[:digit:]", "0-9"), ("[:alnum:]", "a-zA-Z0-9"), ("[:upper:]", "A-Z"), ("[:lower:]", "a-z"),
        ("[:space:]", @"\t\n\v\f\r "), ("[:blank:]", @"\t "), ("[:xdigit:]", "0-9a-fA-F"), ("[:word:]", "a-zA-Z0-9_"),
        ("[:punct:]", @"!-/:-@\[-`{-~"), ("[:cntrl:]", @"\x00-\x1f\x7f"), ("[:print:]", @"\x20-\x7e"), ("[:graph:]", "!-~"),
        ("[:ascii:]", @"\x00-\x7f"),
    ];

    private static readonly ConcurrentDictionary<string, Regex> Known = new(StringComparer.Ordinal);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Value<string, string, bool>("kql_regex_matches", (text, pattern) => Find(pattern).IsMatch(text)),
        NativeFunction.Text<string, string, long>("kql_regex_extract", (text, pattern, group) =>
            Find(pattern).Match(text) is { Success: true } match ? match.Groups[(int)group].Value : ""),
        NativeFunction.Json<string, string, string>("kql_regex_extract_all", ExtractAll),
        NativeFunction.Text<string, string, string>("kql_regex_replace", (text, pattern, rewrite) =>
            Replace(text, Find(pattern), rewrite)),
        NativeFunction.Value<string, string, long>("kql_regex_count", (text, pattern) => Matches(text, Find(pattern)).Count()),
        NativeFunction.Value<string, string, string, long>(
            "kql_regex_index", (text, pattern, place) => RegexPlaces.Find(text, Find(pattern), place)),
        NativeFunction.Text<string, string, long>("kql_regex_trim", Trim),
        NativeFunction.Text<string>("kql_regex_quote", Quote),
    ];

    /// <summary>Why a pattern is wrong, or null when it is right.</summary>
    public static string? Error(string pattern)
    {
        try
        {
            _ = Find(pattern);
            return null;
        }
        catch (RegexParseException e)
        {
            return e.Message;
        }
    }

    /// <summary>True for a right pattern without capture groups.</summary>
    public static bool HasNoGroup(string pattern) => Error(pattern) is null && Groups(pattern) == 0;

    /// <summary>How many capture groups a right pattern has.</summary>
    public static int Groups(string pattern) => Find(pattern).GetGroupNumbers().Length - 1;

    private static Regex Find(string pattern)
    {
        if (Known.Count > MostKept)
            Known.Clear();
        return Known.GetOrAdd(pattern, p => new Regex(Translate(p), RegexOptions.CultureInvariant, Patience));
    }

    /// <summary>Named groups without P; the end of the text is its very end, also before a last line break.</summary>
    private static string Translate(string pattern)
    {
        var result = new StringBuilder();
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
                result.Append(c).Append(pattern[++i]);
            else if (inClass && PosixClass(pattern, i) is var (name, set))
            {
                result.Append(set);
                i += name.Length - 1;
                continue;
            }
            else if (c == '$' && !inClass && !pattern.Contains("(?m", StringComparison.Ordinal))
                result.Append(@"\z");
            else if (c == 'P' && i > 1 && pattern[i - 1] == '?' && pattern[i - 2] == '(')
                continue;
            else
                result.Append(c);
            inClass = c == '[' || (inClass && c != ']');
        }

        return result.ToString();
    }

    private static (string Name, string Set)? PosixClass(string pattern, int at)
    {
        foreach (var (name, set) in PosixClasses)
        {
            if (pattern.AsSpan(at).StartsWith(name))
                return (name, set);
        }

        return null;
    }

    private static string? ExtractAll(string text, string pattern, string wanted)
    {
        var regex = Find(pattern);
        var asked = JsonText.Parse(wanted);
        string[] groups = asked.ValueKind == JsonValueKind.Array
            ? [.. asked.EnumerateArray().Select(JsonText.Text)]
            : [.. regex.GetGroupNumbers().Where(n => n > 0).Select(n => regex.GroupNameFromNumber(n))];
        var matches = Matches(text, regex).Select(match => groups.Length == 1
            ? JsonText.Quote(Group(match, groups[0]))
            : JsonText.ArrayOfTexts(groups.Select(g => JsonText.Quote(Group(match, g))))).ToList();
        return matches.Count == 0 ? null : JsonText.ArrayOfTexts(matches);
    }

    // An empty match right behind another one is none, in Rust's engine and in RE2.
    private static IEnumerable<Match> Matches(string text, Regex regex)
    {
        var end = -1;
        for (var match = regex.Match(text); match.Success; match = match.NextMatch())
        {
            if (match.Length > 0 || match.Index != end)
                yield return match;
            end = match.Index + match.Length;
        }
    }

    private static string Replace(string text, Regex regex, string rewrite)
    {
        var (result, end) = (new StringBuilder(), 0);
        foreach (var match in Matches(text, regex))
        {
            result.Append(text, end, match.Index - end).Append(Rewrite(match, rewrite));
            end = match.Index + match.Length;
        }

        return result.Append(text, end, text.Length - end).ToString();
    }

    private static string Group(Match match, string nameOrNumber) =>
        int.TryParse(nameOrNumber, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? match.Groups[number].Value
            : match.Groups[nameOrNumber].Value;

    private static string Rewrite(Match match, string rewrite)
    {
        var result = new StringBuilder();
        for (var i = 0; i < rewrite.Length; i++)
        {
            if (rewrite[i] != '\\' || i + 1 == rewrite.Length)
                result.Append(rewrite[i]);
            else if (char.IsAsciiDigit(rewrite[++i]))
                result.Append(match.Groups[rewrite[i] - '0'].ValueSpan);
            else
                result.Append(rewrite[i]);
        }

        return result.ToString();
    }

    private static string Trim(string text, string pattern, long ends)
    {
        if ((ends & 1) != 0 && Find($"^(?:{pattern})").Match(text) is { Success: true } start)
            text = text[start.Length..];
        if ((ends & 2) != 0 && Find($"(?:{pattern})$").Match(text) is { Success: true } end)
            text = text[..end.Index];
        return text;
    }

    private static string Quote(string text)
    {
        var result = new StringBuilder();
        foreach (var c in text)
            result.Append(@"\.+*?()|[]{}^$#&-~".Contains(c, StringComparison.Ordinal) ? "\\" : "").Append(c);
        return result.ToString();
    }
}
