using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Submissions.Consolidation;

/// <summary>Which cells can be put together with others into one, such that no cell can tell.</summary>
internal static class Movable
{
    /// <summary>
    /// Of the cells since the last one that is fixed or brings usings, those that can move in front of the others of
    /// them, oldest first.
    /// </summary>
    /// <param name="newestFirst">The chain.</param>
    /// <param name="used">What code may still use.</param>
    public static IReadOnlyList<Submission> In(IEnumerable<Submission> newestFirst, NamesInUse used)
    {
        var cells = newestFirst
            .TakeWhile(s => s is { Names: { IsFixed: false, Imports.Count: 0 }, IsConsolidated: false }).Reverse().ToList();
        var names = new NamesInOrder(cells);
        var movable = new List<Submission>();
        foreach (var cell in cells)
        {
            if (!cell.StaysApart && names.AreItsAlone(cell) && CanMove(cell, used, names))
            {
                movable.Add(cell);
                names.Move(cell);
            }

            names.Pass(cell);
        }

        return movable;
    }

    /// <summary>True for a cell that may be put together with others later.</summary>
    public static bool MayMove(CSharpCompilation cell, NamesInUse used) =>
        !cell.RefersToFiles() && ((CompilationUnitSyntax)cell.CellTree().GetRoot()).Usings.Count == 0
        && (IsOfVariables(cell, used) || IsOfFunctions(cell, used) || IsOfConstants(cell));

    private static bool CanMove(Submission cell, NamesInUse used, NamesInOrder names) => cell switch
    {
        { State: not null } => IsOfVariables(cell.Compilation, used)
            || ((IsOfFunctions(cell.Compilation, used) || IsOfConstants(cell.Compilation)) && !names.MentionsOneThatStays(cell)),
        { Image.IsLoaded: false } => cell.Compilation.Members().All(m => !used.ByOthers(m.Name))
            && !names.MentionsOneThatStays(cell),
        _ => false,
    };

    private static bool IsOfVariables(CSharpCompilation cell, NamesInUse used) =>
        cell.Members().All(m => m is IFieldSymbol field && CanMove(field, used));

    private static bool IsOfFunctions(CSharpCompilation cell, NamesInUse used) =>
        cell.Members().All(m => m is IMethodSymbol && !used.AsValue(m.Name)) && !DefinesSymbols(cell);

    // What uses one has its value.
    private static bool IsOfConstants(CSharpCompilation cell) =>
        cell.Members().All(m => m is IFieldSymbol { IsConst: true }) && !cell.HasDirectives();

    // An #if in a function goes by what the cell's first lines define.
    private static bool DefinesSymbols(CSharpCompilation cell) =>
        ((CompilationUnitSyntax)cell.CellTree().GetRoot())
            .GetFirstDirective(d => d is DefineDirectiveTriviaSyntax or UndefDirectiveTriviaSyntax) is not null;

    private static bool CanMove(IFieldSymbol field, NamesInUse used) =>
        field is { CanBeReferencedByName: true, IsConst: false, IsReadOnly: false, IsStatic: false, IsVolatile: false }
        && field.RefKind == RefKind.None
        && field.Type.HasNameEverywhere() && !used.InFunctions(field.Name);

    /// <summary>The names of cells, read from the oldest to the newest.</summary>
    private sealed class NamesInOrder(IReadOnlyList<Submission> cells)
    {
        private readonly Dictionary<string, int> _declared = cells.SelectMany(Of)
            .GroupBy(name => name, StringComparer.Ordinal).ToDictionary(d => d.Key, d => d.Count(), StringComparer.Ordinal);

        private readonly HashSet<string> _moving = new(StringComparer.Ordinal);
        private readonly HashSet<string> _mentioned = new(StringComparer.Ordinal);

        /// <summary>
        /// True when a cell declares names that no other does; what an older cell calls so would be something else.
        /// </summary>
        public bool AreItsAlone(Submission cell) =>
            Of(cell).Any() && Of(cell).All(n => _declared[n] == 1 && !_mentioned.Contains(n));

        /// <summary>True when a cell could not see all that it mentions from the place in front of the others.</summary>
        public bool MentionsOneThatStays(Submission cell) =>
            cell.Names.Mentioned.Except(Of(cell)).Any(n => _declared.ContainsKey(n) && !_moving.Contains(n));

        public void Move(Submission cell) => _moving.UnionWith(Of(cell));

        public void Pass(Submission cell) => _mentioned.UnionWith(cell.Names.Mentioned);

        private static IEnumerable<string> Of(Submission cell) => (cell.Names.Declared ?? []).Select(d => d.Name);
    }
}
