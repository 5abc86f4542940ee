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
    private readonly TimeProvider _clock;
    private readonly string _what;
    private readonly string _id = Guid.NewGuid().ToString("N");
    private readonly long _start;
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private ProgressStep _step = new("");
    private string? _shown;
    private bool _ended;

    private ProgressDisplay(ICellOutput output, TimeProvider clock, string what, TimeSpan patience)
    {
        _output = output;
        _clock = clock;
        _what = what;
        _start = clock.GetTimestamp();
        _timer = clock.CreateTimer(_ => Show(), null, patience, Pace);
    }

    /// <summary>How long the work has taken so far.</summary>
    public TimeSpan Elapsed => _clock.GetElapsedTime(_start);

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
    public void Report(ProgressStep value)
    {
        lock (_gate)
            _step = value;
    }

    /// <summary>Ends the work and puts one quiet line in the place of its progress; later calls do nothing.</summary>
    public void Finish(string line) => End(ResultDisplay.Quiet(line), always: true);

    /// <summary>Ends the work and takes its progress away, where <see cref="Finish"/> was not called.</summary>
    public void Dispose() => End(MimeBundle.Nothing, always: false);

    private void Show()
    {
        lock (_gate)
        {
            var state = new ProgressState(_what, _step, Elapsed);
            if (_ended || ProgressText.Of(state) is not { } text || text == _shown)
                return;
            Put(ProgressText.Bundle(state));
            _shown = text;
        }
    }

    private void End(MimeBundle last, bool always)
    {
        lock (_gate)
        {
            if (!_ended && (always || _shown is not null))
                Put(last);
            _ended = true;
        }

        _timer.Dispose();
    }

    private void Put(MimeBundle bundle)
    {
        if (_shown is null)
            _output.Display(bundle, _id);
        else
            _output.UpdateDisplay(_id, bundle);
    }
}
