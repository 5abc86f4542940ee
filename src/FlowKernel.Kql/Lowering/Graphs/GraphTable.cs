using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Kql.Lowering.Graphs;

/// <summary>The nodes or edges as a search reads them: their keys, and each value that it asks for once.</summary>
internal sealed class GraphTable
{
    private readonly Relation _input;
    private readonly TextSpan _span;
    private readonly List<Assignment> _assignments;

    /// <summary>A table with the first columns of the input as keys.</summary>
    public GraphTable(Relation input, int keys, TextSpan span)
    {
        _input = input;
        _span = span;
        _assignments = [.. input.Columns.Take(keys).Select(c => Columns.Keep(c, span))];
    }

    /// <summary>The table with all values that were asked for, in the order of its first key.</summary>
    public Relation Relation => GraphInputs.ByKey(new Project(_input, _assignments, _span), _span);

    /// <summary>The index of a column with this value.</summary>
    public int Value(Scalar value)
    {
        var known = _assignments.FindIndex(a => value is ColumnRef r && a.Value is ColumnRef o && r.Column == o.Column);
        if (known >= 0)
            return known;
        _assignments.Add(new Assignment(new PlanColumn($"value_{_assignments.Count}", value.Type), value));
        return _assignments.Count - 1;
    }

    /// <summary>The index of a column that is true where all conditions hold; null for no condition.</summary>
    public int? Filter(IReadOnlyList<Scalar> conditions) => conditions.Count == 0
        ? null
        : Value(conditions.Aggregate((a, b) => new Call("and", [a, b], KqlType.Bool, _span)));
}
