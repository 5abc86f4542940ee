using FlowKernel.CSharp.Errors;
using FlowKernel.CSharp.Weaving;
using FlowKernel.Notebook;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp.Submissions;

/// <summary>
/// The script that cells add up to: compiles a text on top of it, runs it, and keeps what it declared.
/// </summary>
internal sealed class SubmissionScript(
    SubmissionCompiler compiler, SubmissionChain chain, SubmissionEmitter emitter, TimeSpan interruptGrace)
{
    /// <summary>The compilation of a text after all cells so far; nothing is bound yet.</summary>
    /// <param name="code">The text.</param>
    /// <param name="path">What stack traces will call its file.</param>
    /// <param name="references">Assemblies that it can name besides those of the cells so far.</param>
    public CSharpCompilation Compile(
        string code, string path, IReadOnlyCollection<MetadataReference>? references = null) =>
        compiler.Compile(SubmissionCompiler.Parse(code, path), chain.Last, references);

    /// <summary>
    /// Runs a compilation without errors and gives its value. What it declared stays, also when it throws or is stopped
    /// once it has begun.
    /// </summary>
    public async Task<object?> RunAsync(CSharpCompilation cell, ICellOutput output, CancellationToken cancellation)
    {
        var woven = Woven(cell, cancellation);
        chain.Begin(cell);
        var loaded = emitter.Load(woven, chain.LifetimeOf(woven, cell), cancellation);
        var states = chain.NewStates();
        try
        {
            return loaded.EntryPoint is not { } entryPoint
                ? null
                : await new SubmissionRun(CellPath.Read(cell.CellTree().FilePath), output, interruptGrace)
                    .RunAsync(entryPoint, states, cancellation);
        }
        catch (OperationCanceledException)
        {
            chain.Abandon(cell);
            throw;
        }
        finally
        {
            var hasBegun = loaded.EntryPoint is null || states[^1] is not null;
            if (hasBegun && woven.Declares())
                chain.Keep(cell.CellTree().ToString(), woven, states[^1], loaded.Image);
        }
    }

    // Should the woven text ever not compile, the user's own runs: then only an await can be interrupted.
    private CSharpCompilation Woven(CSharpCompilation written, CancellationToken cancellation)
    {
        var text = CancellationWeaving.Weave(written, cancellation);
        var files = CancellationWeaving.WeaveLoaded(written, cancellation);
        if (text is null && files.Count == 0)
            return written;
        var tree = text is null
            ? written.CellTree()
            : SubmissionCompiler.Parse(text.Text, CellPath.Woven(written.CellTree().FilePath, text.Columns));
        var woven = compiler.Compile(tree, chain.Last, written.ExternalReferences, files);
        return woven.GetDiagnostics(cancellation).Any(d => d.Severity == DiagnosticSeverity.Error) ? written : woven;
    }
}
