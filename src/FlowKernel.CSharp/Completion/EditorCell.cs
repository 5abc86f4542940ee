using FlowKernel.CSharp.Submissions;
using FlowKernel.CSharp.Submissions.Consolidation;
using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Completion;

/// <summary>What an editor sees as one cell: one that later cells build on, or many neighbours that declare different names.</summary>
/// <param name="Submissions">The cells, oldest first.</param>
internal sealed record EditorCell(IReadOnlyList<Submission> Submissions)
{
    private const int Together = 32;

    /// <summary>Its text.</summary>
    public string Code =>
        Submissions is [var alone] ? alone.Code : ConsolidatedText.Written(Submissions);

    /// <summary>What it refers to besides the cells before it.</summary>
    public IEnumerable<MetadataReference> References =>
        Submissions is [{ IsConsolidated: false } alone] ? alone.Compilation.ExternalReferences : [];

    /// <summary>
    /// All of them up to <paramref name="last"/>, oldest first. What is together stays so when cells are added: the language
    /// services hold much for each that they see.
    /// </summary>
    public static IEnumerable<EditorCell> Of(Submission? last)
    {
        var run = new List<Submission>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var submission in last?.Backwards().Reverse() ?? [])
        {
            if (run.Count == Together || (run.Count > 0 && !Fits(submission, names)))
            {
                yield return new EditorCell(run);
                (run, names) = ([], new HashSet<string>(StringComparer.Ordinal));
            }

            run.Add(submission);
            if (Fits(submission, names))
                names.UnionWith(submission.Names.Declared!.Select(d => d.Name));
            else
            {
                yield return new EditorCell(run);
                run = [];
            }
        }

        foreach (var cell in run)
            yield return new EditorCell([cell]);
    }

    /// <summary>True for the same cells.</summary>
    public bool IsSame(EditorCell other) =>
        Submissions[0] == other.Submissions[0] && Submissions[^1] == other.Submissions[^1];

    private static bool Fits(Submission submission, HashSet<string> names) =>
        DeclaresOnly(submission) && submission.Names.Declared!.All(d => !names.Contains(d.Name));

    private static bool DeclaresOnly(Submission submission) =>
        submission is { IsConsolidated: false, Names: { IsFixed: false, Imports.Count: 0, Declared: not null } }
        && submission.Compilation.Members().All(m => m is IFieldSymbol or IMethodSymbol or INamedTypeSymbol);
}
