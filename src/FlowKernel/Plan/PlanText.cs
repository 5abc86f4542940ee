using System.Text;

namespace FlowKernel.Plan;

/// <summary>
/// Writes plans for people: one line per relation, inputs indented below it. A column that a step hands on unchanged is
/// written by its name alone, one that it fills as <c>name = expression</c>.
/// </summary>
public static class PlanText
{
    /// <summary>All results of a plan, each with its tree.</summary>
    public static string Write(QueryPlan plan)
    {
        var text = new StringBuilder();
        foreach (var result in plan.Results)
        {
            if (plan.Results.Count > 1)
                text.Append(result.Name).Append(":\n");
            Append(text, result.Relation, plan.Results.Count > 1 ? 1 : 0);
        }

        return text.ToString().TrimEnd('\n');
    }

    /// <summary>One relation with its inputs.</summary>
    public static string Write(Relation relation)
    {
        var text = new StringBuilder();
        Append(text, relation, 0);
        return text.ToString().TrimEnd('\n');
    }

    private static void Append(StringBuilder text, Relation relation, int depth)
    {
        text.Append(' ', depth * 2).Append(Line(relation)).Append('\n');
        foreach (var input in RelationInputs.Of(relation))
            Append(text, input, depth + 1);
    }

    private static string Line(Relation relation) => relation switch
    {
        Scan r => ScanText(r),
        Rows r => $"Rows {Names(r.Columns)}: {string.Join("; ", r.Values.Select(row => Scalars(row)))}",
        RangeRows r => $"Range {r.Column.Name} from {ScalarText.Write(r.From)} to {ScalarText.Write(r.To)} "
            + $"step {ScalarText.Write(r.Step)}",
        Filter r => $"Filter {ScalarText.Write(r.Predicate)}",
        Project r => $"Project {Assignments(r.Assignments)}",
        Aggregate r => $"Aggregate {Assignments(r.Aggregates)} by {Assignments(r.Keys)}",
        Distinct => "Distinct",
        Sort r => $"Sort {SortKeys(r.Keys)}",
        Take r => $"Take {ScalarText.Write(r.Count)}",
        Top r => $"Top {ScalarText.Write(r.Count)} by {SortKeys(r.Keys)}",
        Join r => $"Join {r.Kind} on {string.Join(", ", r.Keys.Select(KeyText))}",
        Union r => $"Union {Names(r.Columns)}",
        SharedScan r => $"Shared {r.Shared.Name}",
        Expand r => $"Expand {ExpansionsText(r)}",
        Apply r => $"Apply {Names(r.Columns)}",
        OuterRow => "Outer row",
        MakeSeries r => SeriesText(r),
        RowsStage r => $"Rows of {r.Algorithm.Name}: {Names(r.Columns)}",
        ExternalData r => $"Files {string.Join(", ", r.Files)}: {Names(r.Columns)}",
        _ => relation.GetType().Name,
    };

    private static string ScanText(Scan scan) => $"Scan {scan.Table}"
        + (scan.Times is { } times ? $" of {times}" : "")
        + (scan.Reads is { } reads ? $": {string.Join(", ", reads.Select(c => c.Name))}" : "");

    private static string Names(IEnumerable<PlanColumn> columns) => string.Join(", ", columns);

    private static string Scalars(IEnumerable<Scalar> values) => string.Join(", ", values.Select(ScalarText.Write));

    private static string Assignments(IEnumerable<Assignment> assignments) =>
        string.Join(", ", assignments.Select(AssignmentText));

    private static string AssignmentText(Assignment a) =>
        a.Value is ColumnRef { Column: var column } && ReferenceEquals(column, a.Column)
            ? column.Name
            : $"{a.Column.Name} = {ScalarText.Write(a.Value)}";

    private static string KeyText(JoinKey key) =>
        $"{ScalarText.Write(key.Left)} == {ScalarText.Write(key.Right)}";

    private static string SortKeys(IEnumerable<SortKey> keys) => string.Join(", ", keys.Select(k =>
        $"{ScalarText.Write(k.Value)} {(k.Descending ? "desc" : "asc")} nulls {(k.NullsFirst ? "first" : "last")}"));

    private static string ExpansionsText(Expand expand)
    {
        var text = string.Join(", ", expand.Expansions.Select(e => $"{e.Column} = {ScalarText.Write(e.Value)}"));
        return text
            + (expand.Index is { } index ? $" index {index.Name}" : "")
            + (expand.BagsAsArrays ? " bags as arrays" : "")
            + (expand.RowLimit is { } limit ? $" limit {ScalarText.Write(limit)}" : "");
    }

    private static string SeriesText(MakeSeries series)
    {
        var filled = series.Series.Select(s => $"{s.Column.Name} = {ScalarText.Write(s.Value)}"
            + (s.Default is { } value ? $" default {ScalarText.Write(value)}" : ""));
        return $"MakeSeries {string.Join(", ", filled)} on {AssignmentText(series.Axis)}"
            + (series.From is { } from ? $" from {ScalarText.Write(from)}" : "")
            + (series.To is { } to ? $" to {ScalarText.Write(to)}" : "")
            + $" step {ScalarText.Write(series.Step)} by {Assignments(series.Keys)}";
    }
}
