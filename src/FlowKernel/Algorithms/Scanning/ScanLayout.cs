using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Algorithms.Expressions;

namespace FlowKernel.Algorithms.Scanning;

/// <summary>A step with its expressions ready to run.</summary>
internal sealed record CompiledStep(
    ScanOutput Output, RowExpression Condition, IReadOnlyList<(int Slot, RowExpression Value)> Assignments);

/// <summary>
/// Where expressions find values: the current row with its declared columns first, then a row for each step.
/// </summary>
internal sealed class ScanLayout
{
    private readonly Dictionary<PlanColumn, int> _slots = [];

    /// <summary>Compiles the steps.</summary>
    public ScanLayout(
        IReadOnlyList<PlanColumn> input, IReadOnlyList<(PlanColumn Column, object? Default)> declared,
        IReadOnlyList<ScanStep> steps)
    {
        Width = input.Count + declared.Count;
        Empty = [.. input.Select(c => Missing(c.Type)), .. declared.Select(d => d.Default ?? Missing(d.Column.Type))];
        var current = input.Concat(declared.Select(d => d.Column)).ToList();
        for (var i = 0; i < current.Count; i++)
            _slots.Add(current[i], i);
        for (var k = 0; k < steps.Count; k++)
            Place(steps[k].State, (k + 1) * Width, input.Count);
        Steps = [.. steps.Select(s => new CompiledStep(
            s.Output, RowCompiler.Compile(s.Condition, Slot),
            [.. s.Assignments.Select(a => (SlotInRow(s.State, a.Column, input.Count), Converted(a.Value, s.State[a.Column].Type)))]))];
    }

    /// <summary>How many values a row has.</summary>
    public int Width { get; }

    /// <summary>A row of a step without state: nulls, and the declared columns' defaults.</summary>
    public object?[] Empty { get; }

    /// <summary>The steps.</summary>
    public IReadOnlyList<CompiledStep> Steps { get; }

    private RowExpression Converted(Scalar value, KqlType type)
    {
        var compiled = RowCompiler.Compile(value, Slot);
        return values => RowValues.Convert(compiled(values), type);
    }

    /// <summary>A state has the visible columns of the input and the declared ones.</summary>
    private void Place(IReadOnlyList<PlanColumn> state, int from, int inputs)
    {
        for (var i = 0; i < state.Count; i++)
            _slots.Add(state[i], from + SlotInRow(state, i, inputs));
    }

    // Between the visible columns of the input and the declared ones are those that only expressions read.
    private int SlotInRow(IReadOnlyList<PlanColumn> state, int column, int inputs)
    {
        var visible = state.Count - (Width - inputs);
        return column < visible ? column : inputs + column - visible;
    }

    private int Slot(PlanColumn column) => _slots[column];

    private static object? Missing(KqlType type) => type == KqlType.String ? "" : null;
}
