using FlowKernel.Reference;

namespace FlowKernel.Notebook.Kernel.Help;

/// <summary>The names of all topics of KQL, family by family.</summary>
internal static class KqlIndexPage
{
    /// <summary>What people ask for.</summary>
    public const string Name = "kql";

    public static HelpPage Make()
    {
        var page = new HelpPage("KQL, by families").Say("Ask about a name with `?name` or `#!flowlogs help name`.");
        foreach (var family in KqlReference.All.GroupBy(t => t.Family))
            page.Say($"{family.Key}: {string.Join(' ', family.Select(t => $"`{t.Name}`"))}");
        return page;
    }
}
