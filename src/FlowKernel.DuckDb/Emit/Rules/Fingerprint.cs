using System.Globalization;
using System.Text;
using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit.Rules;

/// <summary>
/// Tells relations that compute the same apart from others: equal texts mean equal rows, with columns in the same order.
/// </summary>
internal sealed class Fingerprint
{
    private readonly Dictionary<PlanColumn, int> _columns = [];
    private readonly StringBuilder _text = new();
    private bool _isKnown = true;

    /// <summary>The text of a relation; null where it holds something that may differ each time.</summary>
    public static string? Of(Relation relation)
    {
        var fingerprint = new Fingerprint();
        fingerprint.Add(relation);
        return fingerprint._isKnown ? fingerprint._text.ToString() : null;
    }

    private void Add(Relation relation)
    {
        foreach (var input in RelationInputs.Of(relation))
            Add(input);
        Say(relation.GetType().Name);
        switch (relation)
        {
            case Scan scan:
                Say(scan.Table);
                break;
            case Join join:
                Say(join.Kind.ToString());
                break;
            case Sort or Top:
                Say(string.Concat(KeysOf(relation).Select(k => $"{k.Descending}{k.NullsFirst} ")));
                break;
            default:
                _isKnown &= relation is Filter or Project or Aggregate or Distinct or Take or Rows or RangeRows;
                break;
        }

        foreach (var scalar in RelationTree.Scalars(relation))
            Add(scalar);
        foreach (var column in relation.Columns)
            Say(Number(column) + ":" + column.Name);
        Say(";");
    }

    private void Add(Scalar scalar)
    {
        Say(scalar switch
        {
            ColumnRef s => Number(s.Column),
            Literal s => $"{s.Type} {SqlLiteral.Of(s)}",
            Call s => s.Function,
            AggregateCall s => s.Function,
            _ => "",
        });
        _isKnown &= Conditions.IsOfRowAlone(scalar) || scalar is AggregateCall || ScalarTree.Children(scalar).Count > 0;
        _isKnown &= scalar is ColumnRef or Literal or Call or AggregateCall;
        foreach (var child in ScalarTree.Children(scalar))
            Add(child);
        Say(")");
    }

    private static IReadOnlyList<Plan.SortKey> KeysOf(Relation relation) =>
        relation is Sort sort ? sort.Keys : ((Top)relation).Keys;

    private string Number(PlanColumn column)
    {
        _columns.TryAdd(column, _columns.Count);
        return _columns[column].ToString(CultureInfo.InvariantCulture);
    }

    private void Say(string word) => _text.Append(word.Length).Append(' ').Append(word);
}
