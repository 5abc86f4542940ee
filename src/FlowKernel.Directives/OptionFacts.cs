using FlowKernel.Notebook.Directives;

namespace FlowKernel.Directives;

/// <summary>What an option's value is, a line to copy, and what to ask about next.</summary>
/// <param name="Value">The word for the value, as forms have it; empty for an option that takes none.</param>
/// <param name="Takes">What the value may be, as the end of a sentence.</param>
/// <param name="Example">A cell that uses it.</param>
/// <param name="SeeAlso">Names of help.</param>
internal sealed record OptionFacts(string Value, string Takes, DirectiveUse Example, params string[] SeeAlso)
{
    private const string Busiest = "NTANetAnalytics | summarize Bytes = sum(BytesSrcToDest) by SrcIp | top 10 by Bytes";

    /// <summary>The facts of each option by its name; parameters of recipes have their own.</summary>
    public static IReadOnlyDictionary<string, OptionFacts> All { get; } = new Dictionary<string, OptionFacts>
    {
        ["--name"] = new(
            "NAME", "a name: letters, digits and _, not a digit first",
            new($"#!flowlogs --name talkers\n{Busiest}", "Keep the result as talkers"), "--param", "as"),
        ["--on"] = new(
            "CONNECTION", "the name of a connection, from connect … --as",
            new("#!flowlogs --on prod\nNTANetAnalytics | count", "Ask another connection than the current one"),
            "connect", "--as"),
        ["--last"] = new(
            "DURATION", "a length of time",
            new($"#!flowlogs --last 7d\n{Busiest}", "The last week"), "ago", "timespan"),
        ["--param"] = new(
            "VARIABLE", "the name of a C# variable, or name=variable",
            new("#!flowlogs --param ip=suspect\nNTANetAnalytics | where SrcIp == ip | count",
                "Use the C# variable suspect as ip"),
            "--name", "declare"),
        ["--chart"] = new(
            "KIND", "a kind of chart",
            new("#!flowlogs --chart columnchart\nNTANetAnalytics | summarize Flows = count() by FlowType",
                "Draw the result"),
            "render", "columnchart", "timechart", "sankey"),
        ["--limit"] = new(
            "NUMBER", "a whole number from 1 on",
            new("#!flowlogs --limit 500\nNTANetAnalytics | project SrcIp, DestIp, DestPort", "See more rows"),
            "take", "top"),
        ["--explain"] = new(
            "", "", new($"#!flowlogs --explain\n{Busiest}", "See what the engine does, and how long it takes"),
            "--dry-run"),
        ["--dry-run"] = new(
            "", "", new("#!flowlogs recipe vm-traffic --dry-run", "See a recipe's query"), "--explain", "recipes"),
        ["--as"] = new(
            "NAME", "a name",
            new("#!flowlogs connect local ./flows --as mine", "Call a connection mine"), "connect", "--on"),
        ["--auth"] = new(
            "WAY", "a way to sign in",
            new("#!flowlogs connect workspace 11111111-2222-3333-4444-555555555555 --auth cli",
                "Sign in as the Azure CLI has"),
            "connect"),
        ["--endpoint"] = new(
            "URL", "an https:// address",
            new("#!flowlogs connect workspace 11111111-2222-3333-4444-555555555555 --endpoint https://api.loganalytics.us",
                "A workspace of Azure for US Government"),
            "connect"),
        ["--allow-data"] = new(
            "PLACE", "a folder, a file or an https:// address",
            new("#!flowlogs connect sample --allow-data ./lists", "Let queries read the files of a folder"),
            "externaldata", "connect"),
        ["--notebook"] = new(
            "FILE", "the path of a notebook file",
            new("#!flowlogs export report.html --notebook investigation.ipynb",
                "Put the notebook's text cells into the report"),
            "export"),
        ["--data"] = new(
            "DIR", "a folder; it is made where there is none",
            new("#!flowlogs import ./downloads --data ./flows", "Import into a store of its own"), "import", "connect"),
    };
}
