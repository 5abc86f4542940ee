using System.Text.Json;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit.Rules;

/// <summary>
/// A list made of the texts of a <c>datatable</c> is a constant: <c>toscalar(ranges | summarize make_list(range))</c>
/// then tests addresses as ranges of numbers, as a list written in place does.
/// </summary>
internal sealed class ConstantLists : IPlanRule
{
    /// <summary>What a query lists by hand is far below; more would be a long SQL text.</summary>
    private const int MostTexts = 10_000;

    /// <inheritdoc/>
    public string Name => "lists of constants";

    /// <inheritdoc/>
    public Relation Apply(Relation plan, RuleContext context) =>
        new PlanRewriter(r => r, s => s is ScalarSubquery subquery ? Listed(subquery) : s).Rewrite(plan);

    private static Scalar Listed(ScalarSubquery subquery)
    {
        if (subquery.Relation is not Aggregate { Keys: [], Aggregates: [{ Value: AggregateCall call }, ..] } list
            || call is not { Function: "make_list" or "make_set", Arguments: [ColumnRef text] }
            || text.Type != KqlType.String)
            return subquery;
        if (TextsOf(list.Input, text.Column) is not { Count: <= MostTexts } texts)
            return subquery;
        var listed = call.Function == "make_set" ? texts.Distinct(StringComparer.Ordinal) : texts;
        return new Literal(new DynamicValue(JsonSerializer.Serialize(listed)), KqlType.Dynamic, subquery.Span);
    }

    /// <summary>The texts of a column, where they are all constants; else null.</summary>
    private static List<string>? TextsOf(Relation relation, PlanColumn column) => relation switch
    {
        Project project => project.Assignments.First(a => a.Column == column).Value is ColumnRef source
            ? TextsOf(project.Input, source.Column)
            : null,
        Rows rows => TextsOf(rows, rows.Columns.ToList().IndexOf(column)),
        _ => null,
    };

    private static List<string>? TextsOf(Rows rows, int column)
    {
        var texts = rows.Values.Select(row => row[column] as Literal).Select(l => l?.Value).OfType<string>().ToList();
        return texts.Count == rows.Values.Count ? texts : null;
    }
}
