using System.Text.RegularExpressions;

namespace FlowKernel.Kql.Language;

/// <summary>
/// Functions of SQL, Splunk and spreadsheets, and what they are in KQL
/// (https://learn.microsoft.com/kusto/query/sql-cheat-sheet, https://learn.microsoft.com/kusto/query/splunk-cheat-sheet).
/// </summary>
internal static partial class OtherFunctions
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["distinct"] = "dcount(X), or count_distinct(X), which is exact",
        ["dc"] = "dcount(X)",
        ["mean"] = "avg(X)",
        ["average"] = "avg(X)",
        ["median"] = "percentile(X, 50)",
        ["std"] = "stdev(X)",
        ["stddev"] = "stdev(X)",
        ["var"] = "variance(X)",
        ["values"] = "make_set(X)",
        ["list"] = "make_list(X)",
        ["group_concat"] = "strcat_array(make_list(X), \",\")",
        ["string_agg"] = "strcat_array(make_list(X), \",\")",
        ["first"] = "take_any(X), or arg_min(TimeGenerated, X)",
        ["last"] = "arg_max(TimeGenerated, X)",
        ["latest"] = "arg_max(TimeGenerated, X)",
        ["earliest"] = "arg_min(TimeGenerated, X)",
        ["if"] = "iff(condition, value, otherwise)",
        ["len"] = "strlen(X) for texts, array_length(X) for lists",
        ["length"] = "strlen(X) for texts, array_length(X) for lists",
        ["concat"] = "strcat(A, B)",
        ["nvl"] = "coalesce(A, B)",
        ["ifnull"] = "coalesce(A, B)",
        ["cast"] = "tostring(X), tolong(X), todatetime(X), ...",
        ["convert"] = "tostring(X), tolong(X), todatetime(X), ...",
        ["str"] = "tostring(X)",
        ["number"] = "tolong(X) or todouble(X)",
        ["charindex"] = "indexof(Text, Part)",
        ["instr"] = "indexof(Text, Part)",
        ["regexp_like"] = "X matches regex \"...\"",
        ["regex_match"] = "X matches regex \"...\"",
        ["cidrmatch"] = "ipv4_is_in_range(SrcIp, \"10.0.0.0/8\")",
        ["isprivate"] = "ipv4_is_private(SrcIp)",
        ["is_private"] = "ipv4_is_private(SrcIp)",
        ["getdate"] = "now()",
        ["sysdate"] = "now()",
        ["current_timestamp"] = "now()",
        ["today"] = "startofday(now())",
        ["datediff"] = "datetime_diff(\"hour\", Later, Earlier)",
        ["dateadd"] = "datetime_add(\"day\", -1, TimeGenerated)",
        ["date_trunc"] = "bin(TimeGenerated, 1d), or startofweek(), startofmonth()",
        ["strftime"] = "format_datetime(TimeGenerated, \"yyyy-MM-dd\")",
        ["hour"] = "hourofday(TimeGenerated)",
        ["day"] = "dayofmonth(TimeGenerated)",
        ["month"] = "monthofyear(TimeGenerated)",
        ["year"] = "getyear(TimeGenerated)",
        ["weekday"] = "dayofweek(TimeGenerated)",
    };

    /// <summary>What a function is in KQL, in a sentence; or null.</summary>
    public static string? For(string name) =>
        Percentile().Match(name) is { Success: true } p ? Told(name, $"percentile(X, {p.Groups[1].Value})")
        : Names.TryGetValue(name, out var ours) ? Told(name, ours)
        : null;

    private static string Told(string name, string ours) => $"In KQL '{name}' is: {ours}.";

    [GeneratedRegex("^(?:p|perc|pct)([0-9]{1,2})$", RegexOptions.IgnoreCase)]
    private static partial Regex Percentile();
}
