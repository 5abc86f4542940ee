namespace FlowKernel.Kql.Language;

/// <summary>
/// Habits from SQL, Splunk, C# and word processors, and KQL's way to say the same
/// (https://learn.microsoft.com/kusto/query/sql-cheat-sheet).
/// </summary>
internal static class SyntaxHabits
{
    private const string Quotes = "[\u2018\u2019\u201A\u201C\u201D\u201E\u00AB\u00BB]";
    private const string Infix = "startswith|endswith|contains|has|has_any|has_all|hasprefix|hassuffix";

    private static readonly Habit[] All =
    [
        // Whole languages.
        new("KS142 KS005 KS006", @"^\s*", @"(?<at>select)\b",
            "KQL begins with the table and goes on with pipes: NTANetAnalytics | where DestPort == 22 | project SrcIp, DestIp. "
            + "What select lists is project, group by is summarize ... by, order by is sort by."),
        new("KS142", @"^\s*", @"(?<at>index|source|sourcetype)\s*=",
            "KQL begins with the table and goes on with pipes: NTANetAnalytics | where SrcIp == \"10.1.1.8\"."),
        new("KS142 KS006 KS005", @"^\s*", @"(?<at>from)\b", "KQL begins with the name of the table, without from."),

        // Characters.
        new("KS006 KS005 KS142 KS198 KS004", "", $@"\s*(?<at>{Quotes})",
            "This is a quotation mark of word processors: write ' or \"."),
        new("KS006 KS005", @"\b(?<start>\d+\.\d+\.)", @"(?<rest>\d+\.\d+/\d+)", "Write ranges as texts: ipv4_is_in_range(SrcIp, \"${start}${rest}\")."),
        new("KS006 KS005", @"\b(?<start>\d+\.\d+\.)", @"(?<rest>\d+\.\d+)", "Write addresses as texts, in quotes: \"${start}${rest}\"."),
        new("KS006", "==", "=", "Write == to compare."),
        new("KS002 KS005 KS006", "", @"\s*(?<at>&&)", "Write and."),
        new("KS176", @"\|", @"\|", "Write or: a | comes before an operator."),
        new("KS176", @"\|\s+", @"\s*(?<at>\|)", "Write an operator between the two pipes, or only one pipe."),
        new("KS176", @"\|", @"\s+(?<at>\|)", "Write an operator between the two pipes, or only one pipe."),
        new("KS198", @";\s*", @"\|", "A semicolon ends the query: remove it to go on."),
        new("KS250", @"", @"", "Comments begin with // and reach to the end of the line."),
        new("KS198 KS006 KS005", "", @"\s*(?<at>/\*)", "Comments begin with // and reach to the end of the line."),
        new("KS005 KS198", "", @"\s*(?<at>--|#)", "Comments begin with // and reach to the end of the line."),
        new("KS006 KS198", @"(?:^|\n)\s*-", @"(?<at>-)", "Comments begin with // and reach to the end of the line."),
        new("KS006", "", @"\s*(?<at>!)\s*\(", "Write not(...)."),
        new("KS006", @",\s*", @"\s*(?<at>\||;|\)|by\b|$)", "Remove the comma, or write what comes after it."),

        new("KS142 KS005 KS006 KS002 KS198", "", @"(?<at>[A-Za-z0-9_]*[^\x00-\x7F\W]\w*)", "Write a name with such letters in brackets and quotes: ['${at}']."),

        // Nothing and not.
        new("KS005", "", @"\s*(?<at>is\s+not\s+(?:null|empty))\b", "Write isnotnull(X), or isnotempty(X) for texts."),
        new("KS005", "", @"\s*(?<at>is\s+(?:null|empty))\b", "Write isnull(X), or isempty(X) for texts."),
        new("KS142", "", @"(?<at>null|nil|none|undefined)\b", "Write isnull(X), or isempty(X) for texts, which are never null."),
        new("KS005", "", @"\s*(?<at>not\s+like)\b", "Write !startswith, !endswith or !contains, or not(X matches regex \"...\")."),
        new("KS005", "", @"\s*(?<at>not\s+(?<word>in|between|contains|has|startswith|endswith))\b", "Write !${word}."),
        new("KS117", "", @"(?<at>not)\b", "Write what is denied in brackets: not(SrcIp has \"10.1\")."),

        // Operators that stand between their operands, and lists.
        new("KS006", "", $@"\s*(?<at>{Infix})\s*\(", "Write it between its two texts: SrcIp startswith \"10.\"."),
        new("KS005", @"(?:\bin~?|\bhas_any|\bhas_all)\s*", @"\s*(?<at>[^\s,()]+)", "Write the list in brackets: in (22, 3389), has_any (\"10.1\", \"10.2\")."),
        new("KS005", @"\bbetween\s*", @"\s*(?<at>\S+)", "Write both ends in brackets with two dots: between (1 .. 1024)."),
        new("KS005", @"\bbetween\s*\([^)]*", @"\s*(?<at>,|and)", "Write two dots between the ends: between (1 .. 1024)."),
        new("KS005", @"(?:\bin~?|\bhas_any|\bhas_all)\s*\([^)]*\s", @"\s*(?<at>[^\s,()]+)", "Write commas between the values."),

        // Counting, ordering.
        new("KS191", @"\bcount\s*\(\s*", @"\*", "Write count(): it counts rows."),
        new("KS005", "", @"\s*(?<at>group\s+by)\b", "Write by alone: summarize count() by SrcIp."),
        new("KS005", "", @"\s*(?<at>descending)\b", "Write desc."),
        new("KS005", "", @"\s*(?<at>ascending)\b", "Write asc."),
        new("KS005", "", @"(?<at>(?-i:DESC|ASC))\b", "Write desc and asc in small letters."),
        new("KS005", @"(?<old>\w+(?:\([^()]*\))?)\s*", @"\s*(?<at>as)\s+(?<new>\w+)", "Names come first: ${new} = ${old}."),
        new("KS142", @"\bcount\s*\(\s*", @"(?<at>distinct)\s+(?<what>\w+)", "Write dcount(${what}), or count_distinct(${what}), which is exact."),
        new("KS198", @"\bproject\s+", @"\*", "Without project all columns are there; project-away leaves some out."),
        new("KS144", @"^\s*(?<table>\w+)\.", @"(?<at>\w+)\s*\(\s*\)", "Operators come after a pipe: ${table} | ${at}."),
        new("KS211 KS144", @"(?<what>[\w\])]+)\.", @"(?<at>\w+)\s*\(", "KQL has no methods: write ${at}(${what}, ...), or an operator such as has."),
        new("KS006", @"\btop\s*", @"\s*(?<at>by)\b", "Say how many: top 10 by BytesSrcToDest."),
        new("KS006 KS005 KS142", "", @"\s*(?<at>case\s+when)\b", "Write iff(condition, value, otherwise), or case(condition, value, ..., otherwise)."),
        new("KS005", @"\bcase\s+", @"\s*(?<at>when)\b", "Write iff(condition, value, otherwise), or case(condition, value, ..., otherwise)."),
        new("KS198 KS006 KS005 KS002", @"\S\s*", @"\s*(?<at>\?)", "Write iff(condition, value, otherwise)."),

        new("KS005", "", @"(?<at>matches)\b", "Write matches regex."),

        // Equality and names.
        new("KS198", @"\bon\s[^|]*", @"=(?!=)", "Write == between the two sides: on $left.SrcIp == $right.Ip."),
        new("KS198", @"\|\s*(?:where|filter)\s[^|]*", @"=(?!=)", "Write == to compare."),
        new("KS198", @"^\s*(?<what>\w+)\s*", @"=(?!=)", "Write let before a name that you give: let ${what} = ...;"),
        new("KS006", @"\blet\s+\w+\s*", @"\s*(?<at>==)", "Write = after the name."),
        new("KS142", @"^\s*", @"(?<at>var|const|def|set|int|long|string|double)\s+(?<what>\w+)\s*=",
            "In KQL: let ${what} = ...; and C# goes into a cell of its own, without #!flowlogs."),
        new("KS005", @"\blet\s+\w+\s*=[^;|]*", @"\s*(?<at>[A-Za-z_]\w*)", "Write a semicolon after the let statement."),

        // Joins and charts.
        new("KS005", @"\bkind\s*=\s*", @"(?<at>left|right)\b", "Write kind=${at}outer to keep rows without a partner, kind=${at}semi or kind=${at}anti."),
        new("KS005", @"\bkind\s*=\s*", @"(?<at>outer|full)\b", "Write kind=fullouter."),
        new("KS183", @"\bon\s[^|]*", @"(?<at>\w+)", "Name the side of each column: on $left.SrcIp == $right.Ip."),
        new("KS006", @"\brender\s+\w+\s+with\s+\w+\s*=\s*", "", "Write the properties in brackets: with (title=\"...\")."),
        new("KS006 KS005", @"\brender\s+\w+\s+with\s*", @"\s*(?<at>\w+)\s*=", "Write the properties in brackets: with (title=\"...\")."),

        new("KS005", @"\brender\s+", @"(?<at>map(?:chart)?)\b",
            "Write render scatterchart with (kind=map), or piechart; countries and places are found by themselves."),

        // Times.
        new("KS127", "", @"(?<at>bin)\s*\([^,]+,\s*['\""]", "Write the width without quotes: bin(TimeGenerated, 1h)."),
        new("KS005", @"(?<what>\w+)\s*", @"(?<at>bin)\s+(?<width>\w+)", "Write bin(${what}, ${width})."),
        new("KS005", @"\d+\s*", @"\s*(?<at>(?:day|hour|minute|min|second|sec|week|month|year)s?)\b",
            "Write the unit right after the number: d, h, m, s or ms, as in 7d."),
        new("KS142", "", @"(?<at>\d+(?:w|wk|week|weeks))\b", "Timespans have no weeks: write 7d."),
        new("KS142", "", @"(?<at>\d+(?:mo|mon|month|months|M))\b", "Timespans have no months: write 30d."),
        new("KS142", "", @"(?<at>\d+(?:y|yr|year|years))\b", "Timespans have no years: write 365d."),
    ];

    /// <summary>The first habit that is found at a place, or null.</summary>
    public static (string Hint, int Start, int Length)? Find(string code, string kql, int place)
    {
        foreach (var habit in All)
        {
            if (habit.At(code, kql, place) is { } found)
                return found;
        }

        return null;
    }
}
