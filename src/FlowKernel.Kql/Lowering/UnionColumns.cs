using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering;

/// <summary>
/// The columns of a union whose inputs have a name that tells columns of several types apart already
/// (https://learn.microsoft.com/kusto/query/union-operator, "Source columns types mismatch"): one for each name and type, in
/// the order in which they come; <c>x</c> is <c>x_long</c>, and <c>x_long1</c> where a column has that name.
/// </summary>
internal sealed class UnionColumns
{
    private readonly List<(PlanColumn Source, string Name)> _columns = [];

    private UnionColumns(IReadOnlyList<PlanColumn> all)
    {
        var taken = all.GroupBy(c => c.Name).Where(g => g.Count() == 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        var own = new HashSet<string>(taken, StringComparer.Ordinal);
        foreach (var column in all)
        {
            if (own.Contains(column.Name))
            {
                _columns.Add((column, column.Name));
                continue;
            }

            var name = $"{column.Name}_{column.Type.Name()}";
            Collide |= own.Contains(name);
            for (var number = 1; !taken.Add(name); number++)
                name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{column.Name}_{column.Type.Name()}{number}");
            _columns.Add((column, name));
        }
    }

    /// <summary>True when some column has the name that another one would get.</summary>
    public bool Collide { get; }

    /// <summary>The columns of the inputs, each name and type once.</summary>
    public static UnionColumns Of(IEnumerable<NamedInput> inputs) =>
        new([.. inputs.SelectMany(i => i.Relation.Columns).DistinctBy(c => (c.Name, c.Type))]);

    /// <summary>The union's columns.</summary>
    public IEnumerable<PlanColumn> New() => _columns.Select(c => new PlanColumn(c.Name, c.Source.Type));

    /// <summary>The inputs with these names.</summary>
    public NamedInput Renamed(NamedInput input, Text.TextSpan span) => input with
    {
        Relation = Columns.Select(
            input.Relation, [.. input.Relation.Columns.Select(c => Columns.Rename(c, NameOf(c), span))], span),
    };

    private string NameOf(PlanColumn column) =>
        _columns.Find(c => c.Source.Name == column.Name && c.Source.Type == column.Type).Name;
}
