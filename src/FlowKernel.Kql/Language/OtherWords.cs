namespace FlowKernel.Kql.Language;

/// <summary>
/// What people write after a pipe who come from SQL, Splunk or data frames, and what it is in KQL
/// (https://learn.microsoft.com/kusto/query/sql-cheat-sheet, https://learn.microsoft.com/kusto/query/splunk-cheat-sheet).
/// </summary>
internal static class OtherWords
{
    private static readonly Dictionary<string, string> Steps = new(StringComparer.OrdinalIgnoreCase)
    {
        ["select"] = "project SrcIp, DestIp",
        ["table"] = "project SrcIp, DestIp",
        ["fields"] = "project SrcIp, DestIp",
        ["columns"] = "project SrcIp, DestIp",
        ["filter"] = "where DestPort == 22",
        ["having"] = "where Flows > 10, after summarize",
        ["group"] = "summarize Flows = count() by SrcIp",
        ["groupby"] = "summarize Flows = count() by SrcIp",
        ["stats"] = "summarize Flows = count() by SrcIp",
        ["aggregate"] = "summarize Flows = count() by SrcIp",
        ["eval"] = "extend Total = BytesSrcToDest + BytesDestToSrc",
        ["let"] = "extend Total = BytesSrcToDest + BytesDestToSrc; let stands before the query",
        ["set"] = "extend Total = BytesSrcToDest + BytesDestToSrc",
        ["mutate"] = "extend Total = BytesSrcToDest + BytesDestToSrc",
        ["head"] = "take 10",
        ["first"] = "take 10",
        ["tail"] = "top 10 by TimeGenerated desc",
        ["last"] = "top 10 by TimeGenerated desc",
        ["rename"] = "project-rename Source = SrcIp",
        ["drop"] = "project-away SrcIp",
        ["exclude"] = "project-away SrcIp",
        ["dedup"] = "distinct SrcIp, DestIp",
        ["unique"] = "distinct SrcIp, DestIp",
        ["uniq"] = "distinct SrcIp, DestIp",
        ["timechart"] = "summarize Flows = count() by bin(TimeGenerated, 1h) | render timechart",
        ["chart"] = "render columnchart",
        ["plot"] = "render timechart",
        ["bucket"] = "summarize Flows = count() by bin(TimeGenerated, 1h)",
        ["bin"] = "summarize Flows = count() by bin(TimeGenerated, 1h)",
        ["rex"] = "extend Found = extract(\"([0-9]+)\", 1, Text)",
        ["spath"] = "extend Value = parse_json(Text).name",
        ["mvexpand"] = "mv-expand List",
        ["explode"] = "mv-expand List",
        ["append"] = "union OtherTable",
        ["inner"] = "join kind=inner (OtherTable) on Key",
        ["left"] = "join kind=leftouter (OtherTable) on Key",
        ["transaction"] = "scan, or partition by a key",
        ["sum"] = "summarize sum(BytesSrcToDest) by SrcIp",
        ["avg"] = "summarize avg(BytesSrcToDest) by SrcIp",
        ["min"] = "summarize min(TimeGenerated) by SrcIp",
        ["max"] = "summarize max(TimeGenerated) by SrcIp",
        ["dcount"] = "summarize dcount(DestIp) by SrcIp",
        ["orderby"] = "sort by BytesSrcToDest desc",
        ["offset"] = "serialize | where row_number() > 10",
        ["print"] = "a query of its own: print 1 + 1",
    };

    /// <summary>What a step is in KQL, in a sentence; or null.</summary>
    public static string? For(string word) =>
        Steps.TryGetValue(word, out var step) ? $"In KQL '{word}' is: {step}." : null;
}
