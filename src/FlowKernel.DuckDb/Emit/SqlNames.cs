using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit;

/// <summary>Gives each column of a plan a name that no other has; DuckDB's names do not know case.</summary>
internal sealed class SqlNames
{
    private readonly Dictionary<PlanColumn, string> _names = [];
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private int _aliases;

    /// <summary>The column's name: the one that KQL gives it where that is free.</summary>
    public string Of(PlanColumn column)
    {
        if (!_names.TryGetValue(column, out var name))
            _names.Add(column, name = Fresh(column.Name));
        return name;
    }

    /// <summary>The column's name; that of another column of which it is but a copy with the same KQL name.</summary>
    public string OfCopy(PlanColumn column, PlanColumn original)
    {
        if (column.Name == original.Name)
            _names.TryAdd(column, Of(original));
        return Of(column);
    }

    /// <summary>A name that is not taken, like the wanted one.</summary>
    public string Fresh(string wanted)
    {
        var clean = Clean(wanted);
        var name = clean;
        for (var i = 2; !_taken.Add(name); i++)
            name = $"{clean}_{SqlText.Number(i)}";
        return name;
    }

    /// <summary>A name for a subquery.</summary>
    public string Alias() => $"q{SqlText.Number(++_aliases)}";

    private static string Clean(string name)
    {
        var clean = string.Concat(name.Where(c => !char.IsControl(c)));
        return clean.Length == 0 ? "column" : clean;
    }
}
