using System.Runtime.CompilerServices;
using FlowKernel.Diagnostics;
using FlowKernel.Notebook;

namespace FlowKernel.CSharp.Tests;

/// <summary>Cells with a short way to run them.</summary>
internal sealed class Notebook(CSharpCellsOptions? options = null)
{
    public CSharpCells Cells { get; } = new(options ?? new CSharpCellsOptions());

    public RecordedOutput Output { get; init; } = new();

    public static CancellationToken Test => TestContext.Current.CancellationToken;

    public async Task<object?> ValueOf(string code) => (await Run(code)).OrThrow().Value;

    public Task<Outcome<ScriptValue>> Run(CellCode code) => Cells.RunAsync(code, Output, Test);

    /// <summary>Starts a cell and returns it once its code is running, however long the compiler takes.</summary>
    public async Task<Task<Outcome<ScriptValue>>> StartAsync(string code, CancellationToken cancellation)
    {
        const string Mark = "begun";
        var run = Cells.RunAsync($"Console.Write(\"{Mark}\");" + code, Output, cancellation);
        while (!run.IsCompleted && !Output.Out.Contains(Mark, StringComparison.Ordinal))
            await Task.Delay(5, Test);
        return run;
    }

    /// <summary>Refers to a variable's value without keeping it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public WeakReference WeakReferenceTo(string variable)
    {
        Assert.True(Cells.TryGet(variable, out var value, out _));
        return new WeakReference(value);
    }

    public async Task<Diagnostic> ErrorOf(string code)
    {
        var outcome = await Run(code);
        Assert.False(outcome.Succeeded);
        return outcome.Diagnostics[0];
    }
}
