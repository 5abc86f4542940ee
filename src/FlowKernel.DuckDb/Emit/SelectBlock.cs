using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit;

/// <summary>
/// One SELECT in the making. Operators add to it where that cannot change its meaning; else it becomes the FROM
/// clause of the next one.
/// </summary>
internal sealed record SelectBlock(string? From, IReadOnlyList<SelectItem> Items)
{
    private Dictionary<PlanColumn, SelectItem>? _byColumn;

    /// <summary>Conditions, all of which hold.</summary>
    public IReadOnlyList<string> Where { get; init; } = [];

    /// <summary>What stands between SELECT and the items: DISTINCT, or nothing.</summary>
    public string Modifier { get; init; } = "";

    /// <summary>GROUP BY and HAVING, or nothing.</summary>
    public string Grouping { get; init; } = "";

    /// <summary>True when a row of this SELECT is no longer a row of its FROM clause.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The order of the rows; empty when there is none to keep.</summary>
    public IReadOnlyList<OrderTerm> Order { get; init; } = [];

    /// <summary>
    /// The names of items in which no two rows agree; empty where none are known. Sorts settle ties by them, so that a
    /// query gives the same rows each time.
    /// </summary>
    public IReadOnlyList<string> Unique { get; init; } = [];

    /// <summary>The greatest number of rows, as SQL, or null.</summary>
    public string? Limit { get; init; }


    /// <summary>
    /// The order, or else one by the columns that tell rows apart: the same rows come in the same order.
    /// </summary>
    public IReadOnlyList<OrderTerm> StableOrder =>
        Order.Count > 0 ? Order : [.. Unique.Select(name => new OrderTerm(name, false, true))];

    /// <summary>The item that holds a column, or null.</summary>
    public SelectItem? Find(PlanColumn column)
    {
        if (_byColumn is null)
        {
            _byColumn = [];
            foreach (var item in Items)
            {
                if (item.Column is { } key)
                    _byColumn.TryAdd(key, item);
            }
        }

        return _byColumn.GetValueOrDefault(column);
    }

    /// <summary>The same SELECT with other items.</summary>
    public SelectBlock WithItems(IReadOnlyList<SelectItem> items) => this with
    {
        Items = items,
        Unique = Unique.All(name => items.Any(i => i.Name == name)) ? Unique : [],
        _byColumn = null,
    };

    /// <summary>True when an expression over these columns can be written over the FROM clause.</summary>
    public bool ArePlain(IEnumerable<PlanColumn> columns) => columns.All(c => Find(c) is null or { IsPlain: true });
}
