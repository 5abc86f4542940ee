using FlowKernel.Plan;
using FlowKernel.Text;

namespace FlowKernel.Kql.Lowering;

/// <summary>
/// Takes the parts out of expressions that read none of some columns, and so can be computed for each row beforehand.
/// </summary>
internal sealed class HoistedScalars(IReadOnlyCollection<PlanColumn> kept)
{
    private readonly HashSet<PlanColumn> _kept = [.. kept];
    private readonly List<Assignment> _taken = [];

    /// <summary>The expression over the row, the computed columns, and the columns that stay.</summary>
    public Scalar Take(Scalar scalar)
    {
        if (scalar is Literal || (scalar is ColumnRef { Column: var column } && _kept.Contains(column)))
            return scalar;
        if (!ReadsKept(scalar))
            return Computed(scalar);
        return scalar is Call call ? call with { Arguments = [.. call.Arguments.Select(Take)] } : scalar;
    }

    /// <summary>The rows with the computed columns after their own.</summary>
    public Relation Over(Relation input, TextSpan span) => _taken.Count == 0
        ? input
        : new Project(input, [.. input.Columns.Select(c => Columns.Keep(c, span)), .. _taken], span);

    private Scalar Computed(Scalar scalar)
    {
        if (scalar is ColumnRef)
            return scalar;
        var column = new PlanColumn($"computed_{_taken.Count + 1}", scalar.Type);
        _taken.Add(new Assignment(column, scalar));
        return new ColumnRef(column, scalar.Span);
    }

    private bool ReadsKept(Scalar scalar) => scalar switch
    {
        ColumnRef reference => _kept.Contains(reference.Column),
        Call call => call.Arguments.Any(ReadsKept),
        InSubquery membership => ReadsKept(membership.Value),
        WindowCall call => call.Arguments.Any(ReadsKept),
        _ => false,
    };
}
