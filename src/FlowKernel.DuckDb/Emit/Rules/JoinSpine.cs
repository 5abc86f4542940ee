using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit.Rules;

/// <summary>
/// Joins below each other, each with details of one row a key on its right, and only renamings between. Above and below
/// such a join there are the same left rows (or, for an inner join, those that have details).
/// </summary>
internal sealed class JoinSpine
{
    private readonly Dictionary<PlanColumn, PlanColumn> _sources = [];
    private readonly List<Join> _joins = [];

    private JoinSpine(Relation top) => Bottom = Descend(top);

    /// <summary>What the lowest join has on its left.</summary>
    public Relation Bottom { get; }

    /// <summary>The left sides of all joins' equalities.</summary>
    public IEnumerable<Scalar> LeftKeys => _joins.SelectMany(j => j.Keys).Select(k => Resolved(k.Left));

    /// <summary>The joins of a relation; null where there is none at its top, or the left is grouped already.</summary>
    public static JoinSpine? Of(Relation top)
    {
        var spine = new JoinSpine(top);
        return spine._joins.Count > 0 && spine.Bottom is not Aggregate ? spine : null;
    }

    /// <summary>An expression over the top's columns, with the names that they have where they come from.</summary>
    public Scalar Resolved(Scalar scalar) => ScalarTree.Rewrite(
        scalar, s => s is ColumnRef reference ? reference with { Column = Source(reference.Column) } : s);

    /// <summary>The joins over another relation in place of the bottom.</summary>
    public Relation Over(Relation bottom) => Enumerable.Reverse(_joins).Aggregate(bottom, (left, join) => join with
    {
        Left = left,
        Keys = [.. join.Keys.Select(k => k with { Left = Resolved(k.Left) })],
        Columns = [.. left.Columns, .. join.Right.Columns],
    });

    private Relation Descend(Relation relation)
    {
        if (relation is Project project && project.Assignments.All(a => a.Value is ColumnRef))
        {
            foreach (var assignment in project.Assignments)
                Note(assignment.Column, ((ColumnRef)assignment.Value).Column);
            return Descend(project.Input);
        }

        if (relation is Join { Kind: JoinKind.LeftOuter or JoinKind.Inner } join && HasOneRowAKey(join)
            && join.Keys.All(k => k.Left is ColumnRef))
        {
            _joins.Add(join);
            return Descend(join.Left);
        }

        return relation;
    }

    private void Note(PlanColumn column, PlanColumn source)
    {
        if (!ReferenceEquals(column, source))
            _sources[column] = source;
    }

    private PlanColumn Source(PlanColumn column) =>
        _sources.TryGetValue(column, out var source) ? Source(source) : column;

    private static bool HasOneRowAKey(Join join)
    {
        var keys = join.Keys.Select(k => (k.Right as ColumnRef)?.Column).ToHashSet();
        var relation = join.Right;
        while (relation is Project project)
        {
            keys = [.. project.Assignments.Where(a => keys.Contains(a.Column))
                .Select(a => (a.Value as ColumnRef)?.Column)];
            relation = project.Input;
        }

        return relation is Aggregate details && details.Keys.Count > 0
            && details.Keys.All(k => keys.Contains(k.Column));
    }
}
