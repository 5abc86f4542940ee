namespace FlowKernel.Notebook.Kernel.Help;

/// <summary>What can be asked about, with a question for each.</summary>
internal static class OverviewPage
{
    private static readonly (string Question, string About)[] Questions =
    [
        ("?summarize", "An operator, a function, a type or another word of KQL; all of them: `?kql`."),
        ("?timechart", "A kind of chart; what they share: `?render`."),
        ("?NTANetAnalytics", "A table or a column, such as `?FlowType`; search them: `#!flowlogs schema WORDS`."),
        ("?vm-traffic", "A recipe; all of them: `#!flowlogs recipes`."),
        ("?connect", "A `#!flowlogs` directive; all of them: `#!flowlogs help`."),
        ("?--last", "An option of directives."),
        ("?WithIpDetails", "A name of C#: a type, a member, a variable of yours."),
        ("?#r", "A line of C# cells: `#r`, `#load`, `#i`."),
    ];

    public static HelpPage Make() => new HelpPage("Help")
        .Say("Ask about a name with `?name`, `name?` or `#!flowlogs help name`:")
        .List(Questions)
        .SeeAlso(["help", "kql", "recipes", "schema"]);
}
