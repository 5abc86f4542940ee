using System.Text.RegularExpressions;
using FlowKernel.Diagnostics;
using FlowKernel.Text;

namespace FlowKernel.Notebook.Kernel;

/// <summary>
/// A cell that only asks what something is, as consoles have it: <c>?name</c> or <c>name?</c>. The answer goes to the
/// front end's pager.
/// </summary>
internal sealed partial class HelpQuestion(CellAssistance assistance)
{
    // Where a name of KQL can stand: a table, a function.
    private static readonly string[] Queries = ["#!flowlogs\n", "#!flowlogs\nprint "];

    /// <summary>The name that a cell asks about; null when it asks about none.</summary>
    public static string? NameIn(string cell) =>
        Asked().Match(cell) is { Success: true } match ? match.Groups["name"].Value : null;

    /// <summary>
    /// What C# knows under the name, otherwise KQL. Fails with FK0820 when neither knows anything.
    /// </summary>
    public async Task<Outcome<MimeBundle>> AnswerAsync(string name, string cell, CancellationToken cancellation)
    {
        var found = await assistance.InspectAsync(name, name.Length, cancellation)
            ?? await InKqlAsync(name, cancellation);
        return found is not null ? found : new Diagnostic(
            "FK0820",
            $"Nothing is known of '{name}'.",
            new TextSpan(cell.IndexOf(name, StringComparison.Ordinal), name.Length),
            "Ask about a name of C#, such as ?Console, or about a table or function of KQL, such as ?strcat.");
    }

    private async Task<MimeBundle?> InKqlAsync(string name, CancellationToken cancellation)
    {
        foreach (var query in Queries)
        {
            if (await assistance.InspectAsync(query + name, query.Length + name.Length, cancellation) is { } found)
                return found;
        }

        return null;
    }

    [GeneratedRegex(@"\A\s*(?:\?{1,2}\s*(?<name>\w[\w.-]*)|(?<name>\w[\w.-]*)\s*\?{1,2})\s*;?\s*\z")]
    private static partial Regex Asked();
}
