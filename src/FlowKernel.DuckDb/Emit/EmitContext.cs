using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Functions;
using FlowKernel.DuckDb.Tables;
using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit;

/// <summary>What the emitters of one statement share.</summary>
internal sealed class EmitContext(
    ITableCatalog tables, FunctionContext functions, Relation result, StageQueries stages)
{
    private readonly List<Diagnostic> _errors = [];
    private readonly HashSet<PlanColumn> _used = ColumnUse.Find(result);
    private readonly HashSet<PlanColumn> _ranged = Rules.Ip4Ranges.ColumnsOf(result);

    /// <summary>Where scans find their tables.</summary>
    public ITableCatalog Tables => tables;

    /// <summary>What functions depend on besides their arguments.</summary>
    public FunctionContext Functions => functions;

    /// <summary>The names of columns and subqueries.</summary>
    public SqlNames Names { get; } = new();

    /// <summary>The relations that are computed once.</summary>
    public SharedQueries Shared { get; } = new(result);

    /// <summary>The steps that run before the query's statements.</summary>
    public StageQueries Stages => stages;

    /// <summary>The lateral joins of the statement, by their outer rows.</summary>
    public IReadOnlyDictionary<OuterRow, Apply> Applies { get; } = RelationTree.All(result).OfType<Apply>()
        .ToDictionary<Apply, OuterRow>(a => a.Row, ReferenceEqualityComparer.Instance);

    /// <summary>The outer rows of the lateral joins that are being emitted, as SELECTs without FROM.</summary>
    public Dictionary<OuterRow, SelectBlock> OuterRows { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>What cannot be emitted; the statement is of no use once there is an entry.</summary>
    public IReadOnlyList<Diagnostic> Errors => _errors;

    /// <summary>True when something reads the column.</summary>
    public bool IsUsed(PlanColumn column) => _used.Contains(column);

    /// <summary>The item of an outer row that holds a column, or null.</summary>
    public SelectItem? FindOuter(PlanColumn column) =>
        OuterRows.Values.Select(row => row.Find(column)).FirstOrDefault(item => item is not null);

    /// <summary>Notes errors, each one once, and gives a stand-in, so that all errors are found in one go.</summary>
    public string Refuse(params IEnumerable<Diagnostic> errors)
    {
        _errors.AddRange(errors.Where(e => !_errors.Contains(e)));
        return "NULL";
    }

    /// <summary>The relation as a SELECT.</summary>
    public SelectBlock Emit(Relation relation) => RelationEmit.Emit(relation, this);

    /// <summary>An expression over the FROM clause of a SELECT.</summary>
    public string Emit(Scalar scalar, SelectBlock block) => ScalarEmit.Emit(scalar, block, this);

    /// <summary>A SELECT that has this one as its FROM clause, and the same items.</summary>
    public SelectBlock Wrap(SelectBlock block)
    {
        var inner = new List<SelectItem>(block.Items);
        var outer = new List<SelectItem>(block.Items.Count);
        foreach (var item in block.Items)
        {
            var companion = Companion(item);
            if (companion is not null)
                inner.Add(companion);
            outer.Add(new SelectItem(item.Column, item.Name, item.QuotedName)
            {
                IsPlain = true,
                Ip4 = companion?.QuotedName,
            });
        }

        return new SelectBlock(Subquery(block.WithItems(inner)), outer) { Order = block.Order, Unique = block.Unique };
    }

    /// <summary>The SELECT itself where an operator may add to it, else one that has it as its FROM clause.</summary>
    public SelectBlock Open(SelectBlock block, IEnumerable<PlanColumn> read) =>
        block.IsClosed || block.Limit is not null || !block.ArePlain(read) ? Wrap(block) : block;

    /// <summary>A SELECT in brackets, with a name.</summary>
    public string Subquery(SelectBlock block) => $"{Bracketed(block)} AS {Names.Alias()}";

    /// <summary>A SELECT in brackets.</summary>
    public static string Bracketed(SelectBlock block) =>
        $"(\n{SqlText.Indent(SelectText.Of(block, ordered: false))}\n)";

    private SelectItem? Companion(SelectItem item) =>
        item is { Column: { } column, Ip4: { } ip4 } && _ranged.Contains(column)
            ? new SelectItem(null, Names.Fresh(item.Name + "__ip4"), ip4)
            : null;
}
