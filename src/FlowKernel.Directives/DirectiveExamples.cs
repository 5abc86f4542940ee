using FlowKernel.Notebook.Directives;

namespace FlowKernel.Directives;

/// <summary>Cells to copy for each directive, and what to ask about next.</summary>
internal static class DirectiveExamples
{
    private static readonly Dictionary<string, (DirectiveUse[] Examples, string[] SeeAlso)> All = new()
    {
        ["#!flowlogs"] = (
            [
                new("#!flowlogs connect sample", "Begin with the built-in sample, without an Azure account"),
                new("#!flowlogs --last 7d --chart columnchart\nNTANetAnalytics | summarize Flows = count() by FlowType",
                    "A query, drawn"),
                new("#!flowlogs --name talkers\nNTANetAnalytics | summarize Bytes = sum(BytesSrcToDest) by SrcIp",
                    "Keep the result as the C# variable and the table talkers"),
            ],
            ["connect", "recipe", "recipes", "schema", "import", "export", "kql"]),
        ["#!flowlogs connect"] = (
            [
                new("#!flowlogs connect sample", "The built-in sample"),
                new("#!flowlogs connect local ./flows --as mine", "A folder that flow logs were imported into"),
                new("#!flowlogs connect sample --allow-data ./lists",
                    "Let queries read the files of a folder with externaldata"),
                new("#!flowlogs connect workspace 11111111-2222-3333-4444-555555555555 --as prod --auth cli",
                    "A workspace, with the account of the Azure CLI"),
                new("#!flowlogs connect kusto https://mycluster.westeurope.kusto.windows.net flows",
                    "A database of a cluster"),
            ],
            ["import", "schema"]),
        ["#!flowlogs recipe"] = (
            [
                new("#!flowlogs recipe vm-traffic --ip 10.1.1.8 --last 60d", "Whom does a virtual machine talk to"),
                new("#!flowlogs recipe vm-traffic --param ip=suspect", "The same of the address in a C# variable"),
            ],
            ["recipes"]),
        ["#!flowlogs recipes"] = (
            [
                new("#!flowlogs recipes load balancer", "Recipes about load balancers"),
                new("#!flowlogs recipes vm-traffic", "All about one"),
            ],
            ["recipe"]),
        ["#!flowlogs schema"] = (
            [
                new("#!flowlogs schema", "All tables"),
                new("#!flowlogs schema NTANetAnalytics bytes", "The columns of one table that mention a word"),
                new("#!flowlogs schema *Ip*", "Columns by a pattern of their names, in all tables"),
            ],
            ["NTANetAnalytics", "NTAIpDetails", "NTATopologyDetails"]),
        ["#!flowlogs import"] = (
            [new("#!flowlogs import ./downloads --data ./flows", "Import all flow logs below a folder")],
            ["connect", "schema"]),
        ["#!flowlogs export"] = (
            [new("#!flowlogs export report.html", "What the cells so far have shown, in one file")],
            ["help"]),
        ["#!flowlogs trace"] = ([new("#!flowlogs trace", "After an exception in a C# cell")], ["help"]),
        ["#!flowlogs help"] = (
            [
                new("#!flowlogs help summarize", "An operator of KQL"),
                new("?ipv4_is_in_range", "The same, shorter"),
                new("#!flowlogs help kql", "All names of KQL"),
            ],
            ["kql", "recipes", "schema"]),
    };

    /// <summary>Those of the directive, or of the one that it is a form of.</summary>
    public static (IReadOnlyList<DirectiveUse> Examples, IReadOnlyList<string> SeeAlso) Of(string path)
    {
        while (true)
        {
            if (All.TryGetValue(path, out var found))
                return found;
            path = path[..path.LastIndexOf(' ')];
        }
    }
}
