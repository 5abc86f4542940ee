using FlowKernel.Checking;
using FlowKernel.CSharp.Completion;
using FlowKernel.CSharp.Documentation;
using FlowKernel.CSharp.Errors;
using FlowKernel.CSharp.Kql;
using FlowKernel.CSharp.References;
using FlowKernel.CSharp.Schemas;
using FlowKernel.CSharp.Submissions;
using FlowKernel.CSharp.Typed;
using FlowKernel.Diagnostics;
using FlowKernel.Notebook;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Diagnostic = FlowKernel.Diagnostics.Diagnostic;

namespace FlowKernel.CSharp.Dry;

/// <summary>
/// Cells that are compiled on top of each other and never run. A cell with mistakes declares its variables all the
/// same, so that it is not blamed on the cells below.
/// </summary>
internal sealed class CheckedCells : ICheckedCells, IDisposable
{
    private readonly SubmissionChain _chain = new(globals: null);
    private readonly DryDiagnostics _diagnostics = new();
    private readonly DeclaredResults _results = new();
    private readonly SubmissionScript _script;
    private readonly VariableNames _names;
    private readonly CellPackages _packages;
    private readonly DryReferences _references;
    private readonly CellKql _kql;
    private readonly FlowSession _session;
    private readonly CellWorkspace _workspace;
    private readonly NameHelp _help;

    public CheckedCells(CSharpCellsOptions options, FlowSession session)
    {
        var folder = new CellFolder(options.Folder);
        var files = new CellAssemblies(folder);
        var loader = new SubmissionAssemblies();
        var compiler = new SubmissionCompiler(options, files, new LoadedFiles(folder));
        _script = new SubmissionScript(compiler, _chain, new SubmissionEmitter(loader), options.InterruptGrace);
        _names = new VariableNames(_script, compiler);
        _packages = new CellPackages(options.Packages, files, loader, options.Clock);
        _references = new DryReferences(new CellReferences(files, folder, _packages));
        _kql = new CellKql(options.Kql!, _results.OfAsync);
        _session = session;
        _workspace = new CellWorkspace(compiler);
        _help = new NameHelp(options);
    }

    /// <summary>Compiles a cell and keeps what it declares; the value is never there.</summary>
    public async Task<Outcome<ScriptValue>> RunAsync(
        CellCode code, ICellOutput output, CancellationToken cancellation)
    {
        var missing = await _references.PrepareAsync(Compile(code), code.Text, cancellation);
        _diagnostics.IsLenient |= missing.Count > 0;
        var cell = Compile(code);
        IReadOnlyList<Diagnostic> found =
        [
            .. missing, .. _diagnostics.Of(cell, code.Text, cancellation), .. await _kql.CheckAsync(cell, cancellation),
        ];
        await DeclareAsync(cell, cancellation);
        Keep(cell, code.Text, cancellation);
        return found.Any(d => d.IsError)
            ? new Outcome<ScriptValue>(found)
            : new Outcome<ScriptValue>(new ScriptValue(null, HasValue: false), found);
    }

    /// <inheritdoc/>
    public Task KeepAsync(string name, FlowResult result, CancellationToken cancellation)
    {
        if (result.Result.MayHaveMoreColumns)
            KeepOpen(name, result.Table.Columns);
        else
            KeepTyped(name, result, cancellation);
        return Task.CompletedTask;
    }

    // Nothing is wrong with cells below that name columns which only running the query brings.
    private void KeepOpen(string name, IReadOnlyList<KqlColumn> columns)
    {
        _session.Kept.Declare(new TableSchema(name, columns, "A kept result.") { IsOpen = true });
        Forgive(name);
    }

    private void KeepTyped(string name, FlowResult result, CancellationToken cancellation)
    {
        _results.Keep(name, result.Table.Columns);
        var source = TypedDeclaration.Of(name, result.Table.Columns, new TypeStems(_script).Of(name)).Source;
        var declared = _script.Compile(source, path: "");
        if (declared.GetDiagnostics(cancellation).Any(d => d.Severity == DiagnosticSeverity.Error))
            Forgive(name);
        else
            _chain.Keep(source, declared, state: null);
    }

    /// <inheritdoc/>
    public void Forgive(string name)
    {
        _diagnostics.Forgive(name);
        _results.Forget(name);
    }

    /// <summary>Lets go of the language services, which only questions for help have begun.</summary>
    public void Dispose() => _workspace.Dispose();

    /// <inheritdoc/>
    public IReadOnlyList<Diagnostic> CheckName(string name) => _names.Check(name);

    /// <inheritdoc/>
    public IEnumerable<string> Variables =>
        (_chain.Last?.Backwards() ?? []).SelectMany(s => s.Variables).Distinct(StringComparer.Ordinal);

    /// <summary>Finds a variable's type; its value is a stand-in that is not null.</summary>
    public bool TryGet(string name, out object? value, out Type type)
    {
        var found = (_chain.Last?.Backwards() ?? [])
            .SelectMany(s => s.Compilation.ScriptClass!.GetMembers(name).OfType<IFieldSymbol>())
            .FirstOrDefault();
        (type, value) = found is null ? (typeof(object), null) : StandIn.Of(found.Type);
        return found is not null;
    }

    /// <inheritdoc/>
    public Task<QuickInfo?> ExplainNameAsync(string name, CancellationToken cancellation) =>
        _help.ExplainAsync(name, text => _workspace.DocumentAsync(text, _chain.Last, cancellation), cancellation);

    /// <inheritdoc/>
    public IEnumerable<string> Members => _help.Members;

    /// <inheritdoc/>
    public Completeness CompletenessOf(string code) => SubmissionCompleteness.Of(code);

    /// <summary>Nothing: a check answers no editor.</summary>
    public Task<CompletionList> CompleteAsync(string code, int offset, CancellationToken cancellation) =>
        Task.FromResult(CompletionList.None(offset));

    /// <summary>Nothing: a check answers no editor.</summary>
    public Task<QuickInfo?> ExplainAsync(string code, int offset, CancellationToken cancellation) =>
        Task.FromResult<QuickInfo?>(null);

    /// <summary>Throws <see cref="NotSupportedException"/>: variables have no values here.</summary>
    public Task SetAsync(string name, object? value, Type type, CancellationToken cancellation) =>
        throw new NotSupportedException("A check sets no variables.");

    private CSharpCompilation Compile(CellCode code) =>
        _script.Compile(code.Text, CellPath.Of(code), _packages.Pending);

    private void Keep(CSharpCompilation cell, string text, CancellationToken cancellation)
    {
        if (new CellRemains(_script, Forgive).Of(cell, cancellation) is not { } remains || !remains.Declares())
            return;
        _chain.Keep(text, remains, state: null);
        _packages.Brought(remains.ExternalReferences);
    }

    // What the cell would leave behind: tables of its rows, and variables that hold results.
    private async Task DeclareAsync(CSharpCompilation cell, CancellationToken cancellation)
    {
        var model = cell.GetSemanticModel(cell.CellTree());
        var kept = KeptByCode.In(cell, cancellation) ?? [];
        foreach (var table in kept)
            _session.Kept.Declare(table);
        await _results.FollowAsync(model, _kql.SchemasOf(model, kept, cancellation), cancellation);
    }
}
