using System.Reflection;
using FlowKernel.CSharp.Checking;
using FlowKernel.CSharp.Errors;
using FlowKernel.CSharp.Output;
using FlowKernel.CSharp.Submissions;
using FlowKernel.CSharp.Weaving;
using FlowKernel.Diagnostics;
using FlowKernel.Notebook;
using FlowKernel.Session;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp;

/// <summary>
/// The C# cells of one notebook, compiled and run by Roslyn. Each cell sees what the cells before it declared; one that
/// fails or is interrupted keeps the variables it had assigned. Cells run one at a time; completion and explanation may
/// be asked for meanwhile.
/// </summary>
public sealed class CSharpCells : ICSharpCells
{
    private readonly CSharpCellsOptions _options;
    private readonly SubmissionCompiler _compiler;
    private readonly SubmissionEmitter _emitter = new();
    private readonly SubmissionChain _chain;

    /// <summary>Cells that start from <paramref name="options"/>; nothing is compiled yet.</summary>
    public CSharpCells(CSharpCellsOptions options)
    {
        _options = options;
        _compiler = new SubmissionCompiler(options);
        _chain = new SubmissionChain(options.Globals);
    }

    /// <inheritdoc/>
    public async Task<Outcome<ScriptValue>> RunAsync(
        CellCode code, ICellOutput output, CancellationToken cancellation)
    {
        var written = Compile(code.Text, CellPath.Of(code));
        var found = CellDiagnostics.Of(written.GetDiagnostics(cancellation));
        if (found.Any(d => d.IsError))
            return new Outcome<ScriptValue>(found);

        var hasValue = written.HasValue();
        var value = await RunAsync(code.Text, Woven(written, cancellation), output, cancellation);
        return new Outcome<ScriptValue>(new ScriptValue(hasValue ? value : null, hasValue), found);
    }

    /// <inheritdoc/>
    public Task<CompletionList> CompleteAsync(string code, int offset, CancellationToken cancellation) =>
        Task.FromResult(CompletionList.None(offset));

    /// <inheritdoc/>
    public Task<QuickInfo?> ExplainAsync(string code, int offset, CancellationToken cancellation) =>
        Task.FromResult<QuickInfo?>(null);

    /// <inheritdoc/>
    public Completeness CompletenessOf(string code) => SubmissionCompleteness.Of(code);

    /// <inheritdoc/>
    public async Task SetAsync(string name, object? value, Type type, CancellationToken cancellation)
    {
        if (_chain.Find(name) is { } existing && existing.Field.FieldType == type)
            existing.Field.SetValue(existing.State, value);
        else
            await DeclareAsync(name, value, type, cancellation);
    }

    /// <inheritdoc/>
    public bool TryGet(string name, out object? value, out Type type)
    {
        var found = _chain.Find(name);
        value = found?.Field.GetValue(found?.State);
        type = found?.Field.FieldType ?? typeof(object);
        return found is not null;
    }

    private async Task DeclareAsync(string name, object? value, Type type, CancellationToken cancellation)
    {
        var code = VariableHandover.Declaration(name, value, type);
        await RunAsync(code, Compile(code, ""), SilentOutput.Instance, cancellation);
    }

    private CSharpCompilation Compile(string code, string path) =>
        _compiler.Compile(SubmissionCompiler.Parse(code, path), _chain.Last);

    private CSharpCompilation Woven(CSharpCompilation written, CancellationToken cancellation)
    {
        if (CancellationWeaving.Weave(written, cancellation) is not { } text)
            return written;
        var woven = Compile(text, written.SyntaxTrees[0].FilePath);
        return woven.GetDiagnostics(cancellation).Any(d => d.Severity == DiagnosticSeverity.Error) ? written : woven;
    }

    private async Task<object?> RunAsync(
        string code, CSharpCompilation cell, ICellOutput output, CancellationToken cancellation)
    {
        var keep = cell.Declares();
        var entryPoint = _emitter.Load(cell, cancellation);
        var states = _chain.NewStates();
        try
        {
            return entryPoint is null ? null : await RunAsync(entryPoint, states, output, cancellation);
        }
        finally
        {
            if (keep && (entryPoint is null || states[^1] is not null))
                _chain.Keep(code, cell, states[^1]);
        }
    }

    private Task<object?> RunAsync(
        MethodInfo entryPoint, object?[] states, ICellOutput output, CancellationToken cancellation) =>
        new SubmissionRun(output, _options.InterruptGrace).RunAsync(entryPoint, states, cancellation);
}
