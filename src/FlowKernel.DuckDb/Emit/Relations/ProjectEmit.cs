using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit.Relations;

/// <summary><c>project</c>, its variants, and <c>extend</c>: one row per row, in the same order.</summary>
internal static class ProjectEmit
{
    public static SelectBlock Emit(Project project, EmitContext context)
    {
        var assignments = project.Assignments.Where(a => context.IsUsed(a.Column)).ToList();
        var input = context.Emit(project.Input);
        var (values, block) = WindowEmit.Prepare([.. assignments.Select(a => a.Value)], input, context);
        if (block.IsClosed || !block.ArePlain(Computed(values)))
            block = context.Wrap(block);
        var items = assignments.Zip(values, (a, value) => Item(a.Column, value, block, context)).ToList();
        return block.WithItems([.. items, .. SortKeys(block, items)]) with { Unique = Unique(project, block, items) };
    }

    /// <summary>An item for a column; a mere reference takes over what is known of the column it names.</summary>
    public static SelectItem Item(PlanColumn column, Scalar value, SelectBlock block, EmitContext context)
    {
        if (value is ColumnRef reference && block.Find(reference.Column) is { } item)
            return item with { Column = column, Name = context.Names.OfCopy(column, reference.Column) };
        var sql = context.Emit(value, block);
        return new SelectItem(column, context.Names.Of(column), sql) { IsPlain = value is Literal };
    }

    /// <summary>The names of the unique columns after the projection, where it keeps them all.</summary>
    private static IReadOnlyList<string> Unique(Project project, SelectBlock block, List<SelectItem> items)
    {
        if (project.Unique.Count > 0)
            return [.. project.Unique.Select(c => items.First(i => ReferenceEquals(i.Column, c)).Name)];
        var kept = block.Unique.Select(name => block.Items.First(i => i.Name == name).Sql)
            .Select(sql => items.Find(i => i.IsPlain && i.Sql == sql)?.Name).OfType<string>().ToList();
        return kept.Count == block.Unique.Count ? kept : [];
    }

    private static IEnumerable<SelectItem> SortKeys(SelectBlock block, List<SelectItem> items) => block.Order
        .Select(o => block.Items.First(i => i.Name == o.Name))
        .Where(key => items.All(i => i.Name != key.Name))
        .Distinct()
        .Select(key => key with { Column = null });

    private static IEnumerable<PlanColumn> Computed(IReadOnlyList<Scalar> values)
    {
        var read = values.Where(v => v is not ColumnRef).SelectMany(ScalarTree.Columns).ToHashSet();
        var copies = values.OfType<ColumnRef>().CountBy(r => r.Column);
        return read.Concat(copies.Where(c => c.Value > 1).Select(c => c.Key));
    }
}
