using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit;

/// <summary>The relations of a statement that are computed once: its WITH clause.</summary>
internal sealed class SharedQueries(Relation result)
{
    private readonly Dictionary<SharedRelation, int> _readings = RelationTree.All(result)
        .OfType<SharedScan>().CountBy(s => s.Shared).ToDictionary();

    /// <summary>True when there is but one reading, which needs no name.</summary>
    public bool IsReadOnce(SharedRelation shared) => _readings.GetValueOrDefault(shared) == 1;

    private readonly Dictionary<SharedRelation, SelectBlock> _queries = [];
    private readonly List<string> _definitions = [];

    /// <summary>A SELECT of the shared relation's name, which is defined at its first reading.</summary>
    public SelectBlock Of(SharedRelation shared, EmitContext context)
    {
        if (_queries.TryGetValue(shared, out var query))
            return query;

        var name = SqlText.Identifier(context.Names.Fresh(shared.Name));
        var block = context.Emit(shared.Relation);
        _definitions.Add($"{name} AS MATERIALIZED {EmitContext.Bracketed(block)}");
        var items = block.Items.Select(i => new SelectItem(i.Column, i.Name, i.QuotedName) { IsPlain = true });
        query = new SelectBlock(name, [.. items]) { Order = block.Order, Unique = block.Unique };
        _queries.Add(shared, query);
        return query;
    }

    /// <summary>The statement with the WITH clause that it needs.</summary>
    public string Prefix(string sql) =>
        _definitions.Count == 0 ? sql : $"WITH {string.Join(",\n", _definitions)}\n{sql}";
}
