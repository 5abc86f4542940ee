namespace FlowKernel.CSharp;

/// <summary>
/// The compiler's own start, done once before the first cell. A cell that comes meanwhile waits for it: side by side both
/// would load the same code, and the cell would be done later.
/// </summary>
internal sealed class CellWarmUp
{
    /// <summary>What it runs and what it completes: the parts of C# that most cells have.</summary>
    public const string Code =
        "foreach (var n in new[] { 1 }.Select(x => x + 1)) await Task.CompletedTask; $\"{1 + 1}\"";

    private volatile Task _begun = Task.CompletedTask;

    /// <summary>Runs it in the background; <see cref="WaitAsync"/> waits for it from now on.</summary>
    public Task Begin(Func<Task> warmUp) => _begun = Task.Run(warmUp);

    /// <summary>Waits until it has ended, however it did; at once when none has begun.</summary>
    public async Task WaitAsync(CancellationToken cancellation) =>
        await Task.WhenAny(_begun).WaitAsync(cancellation);
}
