using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Submissions.Consolidation;

/// <summary>What can move only together: a method and the variables and methods that it uses.</summary>
internal sealed class Dependencies
{
    private readonly HashSet<string> _declared;
    private readonly ILookup<string, string> _methodsThatMention;
    private readonly Dictionary<Submission, string[]> _needs;
    private readonly HashSet<string> _stateful;
    private readonly NamesInUse _used;

    /// <summary>Those of the cells from which are chosen what to move.</summary>
    public Dependencies(IReadOnlyList<Submission> cells, NamesInUse used)
    {
        _used = used;
        _declared = cells.SelectMany(c => c.Declared()).ToHashSet(StringComparer.Ordinal);
        _methodsThatMention = used.Methods.SelectMany(m => m.Mentions.Where(_declared.Contains), (m, n) => (m.Method, Name: n))
            .ToLookup(m => m.Name, m => m.Method, StringComparer.Ordinal);
        _needs = cells.ToDictionary(c => c, c => c.Compilation.CellTree().Declarations()
            .SelectMany(d => d.MentionedNames()).Where(_declared.Contains).Except(c.Declared()).ToArray());
        _stateful = Stateful(cells);
    }

    /// <summary>Tells which of some cells cannot move, if no others do.</summary>
    public Predicate<Submission> CannotMoveWith(IEnumerable<Submission> moving)
    {
        var names = moving.SelectMany(c => c.Declared()).ToHashSet(StringComparer.Ordinal);
        return cell => !_needs[cell].All(names.Contains) || cell.Declared().Any(n => StaysInUse(n, names));
    }

    // A method that uses no variable may be called by others as it was: it does the same.
    private bool StaysInUse(string name, HashSet<string> moving) =>
        _stateful.Contains(name) && (_used.IsHeld(name) || !_methodsThatMention[name].All(moving.Contains));

    // The variables, and the methods that come to one of them.
    private HashSet<string> Stateful(IReadOnlyList<Submission> cells)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var next = cells.SelectMany(c => c.Compilation.Members().OfType<IFieldSymbol>().Where(f => !f.IsConst))
            .Select(f => f.Name).ToList();
        while (next.Count > 0)
        {
            found.UnionWith(next);
            next = [.. next.SelectMany(n => _methodsThatMention[n]).Where(n => !found.Contains(n)).Distinct()];
        }

        return found;
    }
}
