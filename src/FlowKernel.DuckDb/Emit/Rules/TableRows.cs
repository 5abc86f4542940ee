using System.Collections.Frozen;
using FlowKernel.DuckDb.Tables;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit.Rules;

/// <summary>
/// Rows of one table that conditions have left, with all expressions over them written over the table's own columns, and
/// a number that tells each row from all others.
/// </summary>
internal sealed class TableRows
{
    private const int LargestExpression = 100;

    // What tables' files are skipped by, and costs next to nothing to test again.
    private static readonly FrozenSet<string> Comparisons = FrozenSet.Create(
        StringComparer.Ordinal, "==", "<", "<=", ">", ">=", "between", "in", Ip4Ranges.Inside, Ip4Ranges.Perhaps);

    private readonly Scan _scan;
    private readonly List<Scalar> _conditions = [];
    private Dictionary<PlanColumn, Scalar?> _values;

    private TableRows(Scan scan)
    {
        RowNumber = new PlanColumn("row number", KqlType.Long) { IsNeverNull = true };
        _scan = scan with { Columns = [.. scan.Columns, RowNumber], RowNumber = RowNumber };
        _values = scan.Columns.ToDictionary(c => c, Scalar? (c) => new ColumnRef(c, scan.Span));
    }

    /// <summary>The number of a row, as a column.</summary>
    public PlanColumn RowNumber { get; }

    /// <summary>
    /// The table's rows, all that pass those conditions that are quickly tested; the others stay with
    /// <see cref="Again"/>.
    /// </summary>
    public Relation All => Filtered(_scan, _conditions.Where(IsComparison));

    /// <summary>The rows that a relation has; null where they are not simply some of one table's.</summary>
    public static TableRows? Of(Relation relation, ITableCatalog tables) => relation switch
    {
        Scan { RowNumber: null } scan when tables.Find(scan.Table)?.RowNumber is not null => new TableRows(scan),
        Filter filter => Of(filter.Input, tables)?.Where(filter.Predicate),
        Project project => Of(project.Input, tables)?.Select(project.Assignments),
        _ => null,
    };

    /// <summary>An expression over the relation as one over the table; null where there is none, or a very long one.</summary>
    public Scalar? Resolved(Scalar scalar)
    {
        if (!Conditions.IsOfRowAlone(scalar) || ScalarTree.Columns(scalar).Any(c => _values.GetValueOrDefault(c) is null))
            return null;
        var resolved = ScalarTree.Rewrite(scalar, s => s is ColumnRef reference ? _values[reference.Column]! : s);
        return ScalarTree.All(resolved).Count > LargestExpression ? null : resolved;
    }

    /// <summary>An expression over aggregates of the relation as one over those of the table; null where there is none.</summary>
    public Scalar? OfGroup(Scalar scalar) =>
        ScalarTree.All(scalar).All(s => s is AggregateCall or Call or Literal
            || (s is ColumnRef r && _values.GetValueOrDefault(r.Column) is not null))
            ? ScalarTree.Rewrite(scalar, s => s is ColumnRef reference ? _values[reference.Column]! : s)
            : null;

    /// <summary>
    /// The rows once more, with columns of their own, and what turns an expression over the table's into one over these.
    /// </summary>
    public (Relation Rows, Func<Scalar, Scalar> Over) Again()
    {
        var columns = _scan.Columns.ToDictionary(
            c => c, c => new PlanColumn(c.Name, c.Type) { IsNeverNull = c.IsNeverNull });
        Scalar Over(Scalar scalar) => ScalarTree.Rewrite(
            scalar, s => s is ColumnRef reference ? reference with { Column = columns[reference.Column] } : s);
        var scan = _scan with
        {
            Columns = [.. _scan.Columns.Select(c => columns[c])],
            RowNumber = columns[RowNumber],
        };
        return (Filtered(scan, _conditions.Select(Over)), Over);
    }

    private TableRows? Where(Scalar predicate)
    {
        if (Resolved(predicate) is not { } resolved)
            return null;
        _conditions.AddRange(Conditions.Of(resolved));
        return this;
    }

    private TableRows Select(IReadOnlyList<Assignment> assignments)
    {
        _values = assignments.ToDictionary(a => a.Column, a => Resolved(a.Value));
        return this;
    }

    private static Relation Filtered(Relation rows, IEnumerable<Scalar> conditions) =>
        conditions.ToList() is { Count: > 0 } some ? new Filter(rows, Conditions.All(some), rows.Span) : rows;

    private static bool IsComparison(Scalar condition) => condition is Call { Arguments: [ColumnRef, ..] } call
        && Comparisons.Contains(call.Function) && call.Arguments.Skip(1).All(a => a is Literal);
}
