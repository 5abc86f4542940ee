using FlowKernel.Diagnostics;

namespace FlowKernel.Checking.Sarif;

/// <summary>The rules that a log's results refer to: one for each code, with what it is about.</summary>
internal static class SarifRules
{
    // By the longest beginning of a code; ARCHITECTURE.md has the same list.
    private static readonly (string Prefix, string About, string Help)[] Families =
    [
        ("KS", "A mistake in KQL.", "Reported by the KQL language itself, against the tables of the connection."),
        ("CS", "A mistake in C#.", "Reported by the C# compiler, against the cells before."),
        ("FK01", "KQL that the embedded engine does not run.", "Write it another way, or run it on a workspace."),
        ("FK02", "A mistake in a recipe or its arguments.", "List recipes and parameters with: flowkernel recipes."),
        ("FK03", "A chart that its result does not fit.", "See the kinds of charts in the help of #!flowlogs."),
        ("FK04", "A mistake in a #!flowlogs line.", "See: #!flowlogs help."),
        ("FK05", "A connection or a table that is not there.", "Connect before the first query."),
        ("FK09", "A notebook file that cannot be read.", "Save the notebook again in Jupyter's format, nbformat 4."),
        ("FK10", "A reference of a C# cell that is not there.", "Check the name after #r or #load."),
        ("FK11", "A result or parameter that does not fit.", "See --name and --param in: #!flowlogs help."),
        ("FK1222", "A file that cannot be read.", "Save it as UTF-8 text."),
        ("FK12", "KQL inside C#, or a file that is not checked.", "Values go into queries as typed parameters."),
    ];

    /// <summary>A rule for each code that a report has, in order of the codes.</summary>
    public static IReadOnlyList<SarifRule> Of(CheckReport report) =>
    [
        .. report.Files.SelectMany(f => f.Diagnostics)
            .GroupBy(d => d.Code)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Of(g.Key, g.Min(d => d.Severity))),
    ];

    private static SarifRule Of(string code, Severity severity)
    {
        var family = Families.Where(f => code.StartsWith(f.Prefix, StringComparison.Ordinal))
            .OrderByDescending(f => f.Prefix.Length)
            .Select(f => (f.About, f.Help))
            .DefaultIfEmpty((About: "A mistake.", Help: "See the message."))
            .First();
        return new SarifRule(
            code, new SarifText(family.About), new SarifText(family.Help),
            new SarifConfiguration(SarifWriter.LevelOf(severity)));
    }
}
