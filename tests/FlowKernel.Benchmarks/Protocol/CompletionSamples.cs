namespace FlowKernel.Benchmarks.Protocol;

/// <summary>Texts that end where somebody would be typing.</summary>
internal static class CompletionSamples
{
    private const string Query = "#!flowlogs\nNTANetAnalytics | where FlowStartTime > ago(1d) ";

    public static IReadOnlyList<string> Kql { get; } =
    [
        "#!flowlogs\n", "#!flowlogs\nNTA", "#!flowlogs\nNTANetAnalytics | ", "#!flowlogs\nNTANetAnalytics | summ",
        "#!flowlogs\nNTANetAnalytics | where ", "#!flowlogs\nNTANetAnalytics | where Sr",
        Query + "| summarize ", Query + "| summarize sum(By", Query + "| summarize count() by ",
        Query + "| summarize count() by bin(Fl", Query + "| extend Total = BytesSrc",
        Query + "| summarize Flows = count() by SrcIp | top 5 by Fl", Query + "| summarize Flows = count() by SrcIp | render ",
        Query + "| join kind=inner (NTAIpDetails | where ", Query + "| project SrcIp, DestIp | where ipv4_is_",
        "#!flowlogs\nlet big = 1000000;\n" + Query[11..] + "| where BytesSrcToDest > b",
        Query + "| where TimeGenerated > ", Query + "| where FlowType == \"Ma", Query + "| where SrcIp !st",
    ];

    public static IReadOnlyList<string> CSharp { get; } =
    [
        "Con", "Console.", "Console.Wri", "var x = Math.", "Enumerable.Range(0, 10).", "Enumerable.Range(0, 10).Sel",
        "var list = new List<int>();\nlist.", "\"text\".", "\"text\".Sub", "DateTime.", "await Flow.", "Flow.Recipes.",
        "foreach (var n in new[] { 1, 2 })\n{\n    Console.WriteLine(n.", "var s = new System.Text.StringB",
        "int Square(int a) => a * a;\nSqu", "record Flow2(string Ip);\nnew Flow2(\"\").",
    ];
}
