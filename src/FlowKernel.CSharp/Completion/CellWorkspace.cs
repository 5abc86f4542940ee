using FlowKernel.CSharp.References;
using FlowKernel.CSharp.Submissions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace FlowKernel.CSharp.Completion;

/// <summary>
/// The notebook as the language services see it: one project for each <see cref="EditorCell"/>, each referring to the one
/// before, and one for the text being edited.
/// </summary>
internal sealed class CellWorkspace(SubmissionCompiler compiler) : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(250);
    private readonly Lazy<AdhocWorkspace> _workspace = new(() => new AdhocWorkspace(MefHostServices.DefaultHost));
    private readonly SemaphoreSlim _gate = new(1);
    private readonly List<(EditorCell? Cell, ProjectId Project)> _projects = [];
    private volatile Submission? _wanted;
    private int _following;
    private volatile Solution? _solution;
    private volatile Submission? _last;

    /// <summary>A text as a document that sees all cells up to <paramref name="last"/>.</summary>
    public async Task<Document> DocumentAsync(string code, Submission? last, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            await GrowAsync(last, cancellation);
            var id = ProjectId.CreateNewId();
            var solution = Add(_solution!, id, _projects[^1].Project, PackageSourceLines.Hidden(code), []);
            return solution.GetProject(id)!.Documents.Single();
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>
    /// Takes new cells in, in the background once they have stopped coming, so that the next completion need not;
    /// nothing before the first one.
    /// </summary>
    public void Follow(Submission? last)
    {
        _wanted = last;
        if (_solution is not null && last != _last && Interlocked.Exchange(ref _following, 1) == 0)
            _ = Task.Run(FollowAsync);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_workspace.IsValueCreated)
            _workspace.Value.Dispose();
        _gate.Dispose();
    }

    private async Task FollowAsync()
    {
        Submission? seen;
        do
        {
            seen = _wanted;
            await Task.Delay(Quiet);
        }
        while (seen != _wanted);
        Volatile.Write(ref _following, 0);
        await DocumentAsync("", seen, CancellationToken.None);
    }

    private async Task GrowAsync(Submission? last, CancellationToken cancellation)
    {
        if (_solution is null)
            await AppendAsync(_workspace.Value.CurrentSolution, null, compiler.References, cancellation);
        if (last is not null && last == _last)
            return;
        // Should this be cancelled on the way, the projects are those of no cell.
        _last = null;
        var cells = EditorCell.Of(last).ToList();
        var known = _projects.Skip(1).Zip(cells).TakeWhile(p => p.First.Cell!.IsSame(p.Second)).Count() + 1;
        foreach (var (_, project) in Enumerable.Reverse(_projects[known..]))
            _solution = _solution!.RemoveProject(project);
        _projects.RemoveRange(known, _projects.Count - known);
        foreach (var cell in cells[(known - 1)..])
            await AppendAsync(_solution!, cell, cell.References, cancellation);
        _last = last;
    }

    // Compiling here, once, keeps later forks of the solution from doing it again for each keystroke.
    private async Task AppendAsync(
        Solution solution, EditorCell? cell, IEnumerable<MetadataReference> references,
        CancellationToken cancellation)
    {
        var id = ProjectId.CreateNewId();
        var previous = cell is null ? null : _projects[^1].Project;
        var grown = Add(solution, id, previous, cell?.Code ?? "", references);
        await grown.GetProject(id)!.GetCompilationAsync(cancellation);
        _solution = grown;
        _projects.Add((cell, id));
    }

    private Solution Add(
        Solution solution, ProjectId id, ProjectId? previous, string code, IEnumerable<MetadataReference> references)
    {
        var name = $"Cell-{id.Id:N}";
        var project = ProjectInfo.Create(
            id,
            VersionStamp.Default,
            name,
            name,
            LanguageNames.CSharp,
            compilationOptions: compiler.Options.WithScriptClassName(CellClass.Of(name)),
            parseOptions: SubmissionCompiler.ParseOptions,
            projectReferences: previous is null ? null : [new ProjectReference(previous)],
            metadataReferences: references,
            isSubmission: true,
            hostObjectType: compiler.GlobalsType);
        return solution.AddProject(project).AddDocument(DocumentId.CreateNewId(id), name, SourceText.From(code));
    }
}
