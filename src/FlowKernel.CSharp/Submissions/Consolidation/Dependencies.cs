using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp.Submissions.Consolidation;

/// <summary>What can move only together: a method and the variables, methods and types that it uses.</summary>
internal sealed class Dependencies
{
    private readonly HashSet<string> _declared;
    private readonly HashSet<string> _types;
    private readonly ILookup<string, string> _methodsThatMention;
    private readonly Dictionary<Submission, Needs> _needs;
    private readonly HashSet<string> _stateful;
    private readonly HashSet<string> _placed;
    private readonly NamesInUse _used;

    /// <summary>Those of the cells from which are chosen what to move.</summary>
    /// <param name="cells">The cells, oldest first.</param>
    /// <param name="placed">The assemblies whose types later cells find in them.</param>
    /// <param name="used">What code may still use.</param>
    public Dependencies(IReadOnlyList<Submission> cells, IEnumerable<string> placed, NamesInUse used)
    {
        _used = used;
        _placed = placed.ToHashSet(StringComparer.Ordinal);
        _declared = cells.SelectMany(c => c.Declared()).ToHashSet(StringComparer.Ordinal);
        _types = cells.SelectMany(c => c.Compilation.Members().OfType<INamedTypeSymbol>()).Select(t => t.Name)
            .ToHashSet(StringComparer.Ordinal);
        _methodsThatMention = used.Methods.SelectMany(m => m.Mentions.Where(_declared.Contains), (m, n) => (m.Method, Name: n))
            .ToLookup(m => m.Name, m => m.Method, StringComparer.Ordinal);
        _needs = cells.ToDictionary(c => c, NeedsOf);
        _stateful = Stateful(cells);
    }

    private sealed record Needs(string[] ByTypes, string[] ByOthers, string[] Cells, Lazy<string[]> Shown);

    /// <summary>True when the types of a cell mention no variables, functions and constants, but at most types.</summary>
    public bool AreTypes(Submission cell) => _needs[cell].ByTypes.All(_types.Contains);

    /// <summary>Tells which of some cells cannot move, if no others do.</summary>
    public Predicate<MovingCell> CannotMoveWith(IReadOnlyCollection<MovingCell> moving)
    {
        var names = moving.SelectMany(c => c.Cell.Declared()).ToHashSet(StringComparer.Ordinal);
        var placed = moving.Where(c => c.KeepsTypes).Select(c => c.Cell.Compilation.AssemblyName!).Concat(_placed)
            .ToHashSet(StringComparer.Ordinal);
        var found = moving.Select(c => c.Cell.Compilation.AssemblyName!).Concat(placed).ToHashSet(StringComparer.Ordinal);
        return cell => !_needs[cell.Cell].ByOthers.All(names.Contains)
            || !(cell.KeepsTypes ? _needs[cell.Cell].Cells.All(placed.Contains) : CanBeAnew(_needs[cell.Cell], names, found))
            || cell.Cell.Declared().Any(n => StaysInUse(n, names));
    }

    // Types that are compiled again show those of cells that stay no longer as cells do, but as a library does.
    private static bool CanBeAnew(Needs needs, HashSet<string> names, HashSet<string> found) =>
        needs.ByTypes.All(names.Contains) && needs.Shown.Value.All(found.Contains);

    // Types that stay where they are find there what they mention; but who sees them has to see the types that they show.
    private Needs NeedsOf(Submission cell)
    {
        var declarations = cell.Compilation.CellTree().Declarations().ToLookup(ConsolidatedText.IsType);
        return new Needs(
            Mentioned(true), Mentioned(false), [.. TypesOfVariables(cell.Compilation).Concat(cell.Seen)],
            new Lazy<string[]>(() => [.. TypesInPlace.SeenIn(cell.Compilation)]));

        string[] Mentioned(bool byTypes) => [.. declarations[byTypes].SelectMany(d => d.MentionedNames())
            .Where(_declared.Contains).Except(cell.Declared())];
    }

    private static IEnumerable<string> TypesOfVariables(CSharpCompilation cell) =>
        cell.Members().OfType<IFieldSymbol>().Where(f => !f.IsConst).SelectMany(f => TypesInPlace.CellsOf(f.Type));

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
