namespace FlowKernel.Notebook.Progress;

/// <summary>
/// Shows long work under its cell, as one line that is updated in place: what is being done, how far it is, how long it
/// has taken and about how long the rest takes. Work that ends within half a second shows no progress at all.
/// <see cref="Finish"/> leaves one quiet line; disposing without it leaves nothing. Safe to report to from any thread.
/// </summary>
public sealed class ProgressDisplay : IProgress<ProgressStep>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    private readonly ICellOutput _output;
    private readonly string _id = Guid.NewGuid().ToString("N");
    private readonly ProgressTicker _ticker;
    private string? _shown;
    private bool _ended;

    private ProgressDisplay(ICellOutput output, TimeProvider clock, string what, TimeSpan patience)
    {
        _output = output;
        _ticker = new ProgressTicker(clock, what, patience, Pace, Show);
    }

    /// <summary>How long the work has taken so far.</summary>
    public TimeSpan Elapsed => _ticker.Elapsed;

    /// <summary>Begins to show work.</summary>
    /// <param name="output">The cell that waits for it.</param>
    /// <param name="clock">Measures how long it takes and how often the line is updated.</param>
    /// <param name="what">What it is, such as <c>Importing</c>.</param>
    /// <param name="patience">How long nothing is shown; null for half a second.</param>
    public static ProgressDisplay Start(
        ICellOutput output, TimeProvider clock, string what, TimeSpan? patience = null) =>
        new(output, clock, what, patience ?? Patience);

    /// <summary>Tells how far the work is; shown with the next update, four times a second at most.</summary>
    /// <param name="text">What is being done right now, such as <c>12 of 40 files</c>; or empty.</param>
    /// <param name="share">How much of all is done, from 0 to 1; null where nobody knows.</param>
    public void Report(string text, double? share = null) => Report(new ProgressStep(text, share));

    /// <inheritdoc/>
    public void Report(ProgressStep value) => _ticker.Report(value);

    /// <summary>Ends the work and puts one quiet line in the place of its progress; later calls do nothing.</summary>
    public void Finish(string line) => End(ResultDisplay.Quiet(line));

    /// <summary>Ends the work and takes its progress away, where <see cref="Finish"/> was not called.</summary>
    public void Dispose() => End(null);

    private void Show(ProgressState state)
    {
        if (ProgressText.Of(state) is var text && text == _shown)
            return;
        Put(ProgressText.Bundle(state));
        _shown = text;
    }

    private void End(MimeBundle? last)
    {
        _ticker.Dispose();
        if (Interlocked.Exchange(ref _ended, true))
            return;
        if (last is not null || _shown is not null)
            Put(last ?? MimeBundle.Nothing);
    }

    private void Put(MimeBundle bundle)
    {
        if (_shown is null)
            _output.Display(bundle, _id);
        else
            _output.UpdateDisplay(_id, bundle);
    }
}
