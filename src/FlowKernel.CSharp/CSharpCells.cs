using FlowKernel.CSharp.Checking;
using FlowKernel.CSharp.Completion;
using FlowKernel.CSharp.Documentation;
using FlowKernel.CSharp.Errors;
using FlowKernel.CSharp.Kql;
using FlowKernel.CSharp.References;
using FlowKernel.CSharp.Schemas;
using FlowKernel.CSharp.Submissions;
using FlowKernel.CSharp.Submissions.Consolidation;
using FlowKernel.CSharp.Typed;
using FlowKernel.Diagnostics;
using FlowKernel.Notebook;
using FlowKernel.Session;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp;

/// <summary>
/// The C# cells of one notebook, compiled and run by Roslyn. Each cell sees what the cells before it declared; one that
/// fails or is interrupted keeps the variables it had assigned. Cells run one at a time; completion and explanation may
/// be asked for meanwhile.
/// </summary>
public sealed class CSharpCells : ICSharpCells, IDisposable
{
    private readonly SubmissionChain _chain;
    private readonly SubmissionScript _script;
    private readonly CellWorkspace _workspace;
    private readonly CellKql? _kql;
    private readonly NameHelp _help;
    private readonly TypedResults _results;
    private readonly VariableNames _names;
    private readonly CellPackages _packages;
    private readonly CellReferences _references;
    private readonly DirectiveCompletion _directives;
    private readonly CellWarmUp _warmUp = new();
    private readonly StoppableCode _showing;

    /// <summary>Cells that start from <paramref name="options"/>; nothing is compiled yet.</summary>
    public CSharpCells(CSharpCellsOptions options)
    {
        var folder = new CellFolder(options.Folder);
        var files = new CellAssemblies(folder);
        var loader = new SubmissionAssemblies();
        var compiler = new SubmissionCompiler(options, files, new LoadedFiles(folder));
        var emitter = new SubmissionEmitter(loader);
        _chain = new SubmissionChain(options.Globals, new SubmissionConsolidation(compiler, emitter, options));
        _showing = new StoppableCode(options.InterruptGrace);
        _script = new SubmissionScript(compiler, _chain, emitter, options.InterruptGrace);
        _packages = new CellPackages(options.Packages, files, loader, options.Clock);
        _references = new CellReferences(files, folder, _packages);
        _directives = new DirectiveCompletion(options.Packages, folder);
        _results = new TypedResults(_script, _chain);
        _names = new VariableNames(_script, compiler);
        _workspace = new CellWorkspace(compiler);
        _help = new NameHelp(options);
        _kql = options.Kql is { } kql ? new CellKql(kql, new LiveResults(_chain).OfAsync) : null;
    }

    /// <inheritdoc/>
    public async Task<Outcome<ScriptValue>> RunAsync(
        CellCode code, ICellOutput output, CancellationToken cancellation)
    {
        await _warmUp.WaitAsync(cancellation);
        var cell = Compile(code);
        var prepared = await _references.PrepareAsync(cell, output, cancellation);
        if (prepared.Any(d => d.IsError))
            return new Outcome<ScriptValue>(prepared);
        // What it refers to may have come only now.
        if (cell.HasDirectives())
            cell = Compile(code);
        var found = await CheckAsync(cell, cancellation);
        if (found.Any(d => d.IsError))
            return new Outcome<ScriptValue>(found);

        IReadOnlyList<Diagnostic> warnings = [.. prepared, .. found];
        code.Warn?.Invoke(warnings);
        try
        {
            var value = await RunAsync(cell, output, cancellation);
            var hasValue = value is not null || cell.HasValue();
            return new Outcome<ScriptValue>(
                new ScriptValue(hasValue ? value : null, hasValue), code.Warn is null ? warnings : []);
        }
        catch (NotEmittedException) when (CellDiagnostics.OfEmission(cell, cancellation) is { Count: > 0 } wrong)
        {
            return new Outcome<ScriptValue>(wrong);
        }
    }

    /// <inheritdoc/>
    public async Task<CompletionList> CompleteAsync(string code, int offset, CancellationToken cancellation)
    {
        if (_directives.At(code, offset) is { } directive)
            return directive;
        var document = await _workspace.DocumentAsync(code, _chain.Last, cancellation);
        return (_kql is null ? null : await _kql.CompleteAsync(document, offset, cancellation))
            ?? await CellCompletion.CompleteAsync(document, offset, cancellation);
    }

    /// <inheritdoc/>
    public async Task<QuickInfo?> ExplainAsync(string code, int offset, CancellationToken cancellation)
    {
        var document = await _workspace.DocumentAsync(code, _chain.Last, cancellation);
        return (_kql is null ? null : await _kql.ExplainAsync(document, offset, cancellation))
            ?? await CellQuickInfo.ExplainAsync(document, offset, cancellation);
    }

    /// <inheritdoc/>
    public Task<QuickInfo?> ExplainNameAsync(string name, CancellationToken cancellation) =>
        _help.ExplainAsync(name, text => _workspace.DocumentAsync(text, _chain.Last, cancellation), cancellation);

    /// <inheritdoc/>
    public IEnumerable<string> Members => _help.Members;

    /// <inheritdoc/>
    public Completeness CompletenessOf(string code) => SubmissionCompleteness.Of(code);

    /// <inheritdoc/>
    public async Task SetAsync(string name, object? value, Type type, CancellationToken cancellation)
    {
        if (_chain.Find(name) is { Field.IsLiteral: false } existing && existing.Field.FieldType == type)
            existing.Field.SetValue(existing.State, value);
        else
            await DeclareAsync(name, value, type, cancellation);
    }

    /// <inheritdoc/>
    public async Task KeepAsync(string name, FlowResult result, CancellationToken cancellation)
    {
        await _results.KeepAsync(name, result, cancellation);
        _workspace.Follow(_chain.Last);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Diagnostic> CheckName(string name) => _names.Check(name);

    /// <inheritdoc/>
    public bool TryGet(string name, out object? value, out Type type)
    {
        var found = _chain.Find(name);
        value = found?.Field.GetValue(found?.State);
        type = found?.Field.FieldType ?? typeof(object);
        return found is not null;
    }

    /// <summary>
    /// Compiles and runs a small cell of the kernel's own in the background, so that the user's first finds all of it
    /// loaded. Changes nothing that cells see; a cell that comes meanwhile waits for it.
    /// </summary>
    public Task WarmUpAsync(CancellationToken cancellation) => _warmUp.Begin(
        () => RunAsync(Compile(CellWarmUp.Code), SilentOutput.Instance, cancellation));

    /// <summary>Completes a small cell of the kernel's own, which loads what an editor asks for.</summary>
    public Task WarmUpEditorAsync(CancellationToken cancellation) =>
        Task.Run(() => CompleteAsync(CellWarmUp.Code, CellWarmUp.Code.Length, cancellation), cancellation);

    /// <summary>
    /// What <paramref name="show"/> makes of a value. Showing may run the user's code, such as a sequence that is read
    /// or a property: an interrupt stops it as it stops a cell.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public async Task<MimeBundle?> ShowAsync(
        object? value, Func<object?, MimeBundle?> show, CancellationToken cancellation) =>
        (MimeBundle?)await _showing.RunAsync(() => Task.FromResult<object?>(show(value)), cancellation);

    /// <inheritdoc/>
    public IEnumerable<string> Variables =>
        (_chain.Last?.Backwards() ?? []).SelectMany(s => s.Variables).Distinct(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IEnumerable<string> Declarations =>
        (_chain.Last?.Backwards() ?? []).SelectMany(s => s.Declarations).Distinct(StringComparer.Ordinal);

    /// <summary>The newest cell that later cells build on, or null.</summary>
    internal Submission? Last => _chain.Last;

    /// <summary>Lets go of the language services; what cells loaded stays for the process.</summary>
    public void Dispose() => _workspace.Dispose();

    private CSharpCompilation Compile(CellCode code) =>
        _script.Compile(code.Text, CellPath.Of(code), _packages.Pending);

    private async Task<IReadOnlyList<Diagnostic>> CheckAsync(
        CSharpCompilation cell, CancellationToken cancellation)
    {
        var found = CellDiagnostics.Of(cell, cancellation);
        return _kql is null ? found : [.. found, .. await _kql.CheckAsync(cell, cancellation)];
    }

    private async Task DeclareAsync(string name, object? value, Type type, CancellationToken cancellation)
    {
        var cell = _script.Compile(VariableHandover.Declaration(name, value, type), path: "");
        await RunAsync(cell, SilentOutput.Instance, cancellation);
    }

    private async Task<object?> RunAsync(CSharpCompilation cell, ICellOutput output, CancellationToken cancellation)
    {
        try
        {
            return await _script.RunAsync(cell, output, cancellation);
        }
        finally
        {
            _packages.Brought(_chain.Last?.Compilation.ExternalReferences ?? []);
            _workspace.Follow(_chain.Last);
        }
    }
}
