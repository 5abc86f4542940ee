namespace FlowKernel.Notebook.Progress;

/// <summary>
/// Follows long work and tells its state at intervals, from a timer's thread; what is reported in between is not lost,
/// the newest counts. After it is disposed nothing is told any more.
/// </summary>
public sealed class ProgressTicker : IProgress<ProgressStep>, IDisposable
{
    private readonly TimeProvider _clock;
    private readonly string _what;
    private readonly Action<ProgressState> _tell;
    private readonly long _start;
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private ProgressStep _step = new("");
    private bool _ended;

    /// <summary>Begins to follow work.</summary>
    /// <param name="clock">Measures how long it takes, and when to tell.</param>
    /// <param name="what">What it is, such as <c>Importing</c>.</param>
    /// <param name="patience">How long nothing is told.</param>
    /// <param name="pace">How long it is from then on between two tellings.</param>
    /// <param name="tell">Called with each state, one at a time.</param>
    public ProgressTicker(
        TimeProvider clock, string what, TimeSpan patience, TimeSpan pace, Action<ProgressState> tell)
    {
        _clock = clock;
        _what = what;
        _tell = tell;
        _start = clock.GetTimestamp();
        _timer = clock.CreateTimer(_ => Tell(), null, patience, pace);
    }

    /// <summary>How long the work has taken so far.</summary>
    public TimeSpan Elapsed => _clock.GetElapsedTime(_start);

    /// <inheritdoc/>
    public void Report(ProgressStep value)
    {
        lock (_gate)
            _step = value;
    }

    /// <summary>Ends the telling; a telling under way is waited for.</summary>
    public void Dispose()
    {
        lock (_gate)
            _ended = true;
        _timer.Dispose();
    }

    private void Tell()
    {
        lock (_gate)
        {
            if (!_ended)
                _tell(new ProgressState(_what, _step, Elapsed));
        }
    }
}
