namespace FlowKernel.Algorithms.Scanning;

/// <summary>A row that comes out: its values with the declared columns, and its match.</summary>
internal readonly record struct ScanRow(object?[] Values, long Match);

/// <summary>The states of all steps, and what has come out so far.</summary>
internal sealed class ScanMachine(ScanLayout layout)
{
    private readonly State?[] _states = new State?[layout.Steps.Count];
    private readonly List<ScanRow> _rows = [];
    private readonly object?[] _view = new object?[layout.Width * (layout.Steps.Count + 1)];
    private long _matches;

    /// <summary>The rows that have come out.</summary>
    public IReadOnlyList<ScanRow> Rows => _rows;

    /// <summary>Holds a row against the steps, from the last to the first.</summary>
    public void Take(object?[] values)
    {
        for (var k = _states.Length - 1; k >= 0; k--)
        {
            if (k > 0 && _states[k - 1] is { } before && Matches(k, values, before))
                Promote(k, before);
            else if ((k == 0 || _states[k] is not null) && Matches(k, values, _states[k]))
                Continue(k);
        }
    }

    /// <summary>Lets out what waited for a next row.</summary>
    public void End()
    {
        foreach (var state in _states)
            Release(state);
    }

    /// <summary>The state of the step before moves here, with the row as its last.</summary>
    private void Promote(int k, State before)
    {
        Release(_states[k]);
        Release(before);
        _states[k - 1] = null;
        _states[k] = Extended(k, before.Rows, before.Match);
    }

    /// <summary>The row takes the place of the last one of the state, or starts a new one.</summary>
    private void Continue(int k)
    {
        var state = _states[k];
        var match = state?.Match ?? _matches++;
        _states[k] = Extended(k, state?.Rows ?? [], match);
    }

    private State Extended(int k, object?[][] rows, long match)
    {
        var step = layout.Steps[k];
        var row = _view.AsSpan(0, layout.Width).ToArray();
        foreach (var (slot, value) in step.Assignments)
            row[slot] = value(_view);
        object?[][] all = [.. rows.Take(k), row];
        var made = new ScanRow(row, match);
        if (step.Output == ScanOutput.All)
            _rows.Add(made);
        return new State(all, match, step.Output == ScanOutput.Last ? made : null);
    }

    private void Release(State? state)
    {
        if (state?.Waiting is { } row)
            _rows.Add(row);
    }

    /// <summary>Lays the row and a state out for expressions, and asks the step's condition.</summary>
    private bool Matches(int k, object?[] values, State? state)
    {
        layout.Empty.CopyTo(_view, 0);
        values.CopyTo(_view, 0);
        for (var i = 0; i < _states.Length; i++)
        {
            var row = i < state?.Rows.Length ? state.Rows[i] : layout.Empty;
            row.CopyTo(_view, (i + 1) * layout.Width);
        }

        return layout.Steps[k].Condition(_view) is true;
    }

    private sealed record State(object?[][] Rows, long Match, ScanRow? Waiting);
}
