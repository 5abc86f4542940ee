using FlowKernel.Reference;

namespace FlowKernel.Notebook.Kernel.Help;

/// <summary>What people write around a name that they ask about, as it stands in a query or a call.</summary>
internal static class AskedName
{
    private const string By = " by";

    /// <summary>The bare name of <c>| where</c>, <c>order by</c> and <c>Flow.Query(</c>; others as they are.</summary>
    public static string Of(string asked)
    {
        var name = asked.TrimStart('|', ' ');
        if (name.EndsWith('('))
            return name + ")";
        return name.EndsWith(By, StringComparison.Ordinal) && KqlReference.Find(name[..^By.Length]).Count > 0
            ? name[..^By.Length]
            : name;
    }
}
