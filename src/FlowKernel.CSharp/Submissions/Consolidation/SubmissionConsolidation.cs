using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp.Submissions.Consolidation;

/// <summary>
/// Puts cells that declare variables and functions, or only types, together into one. A cell that later cells build on
/// costs its own compilation and assembly for as long as the notebook runs; a name in a cell of many costs next to nothing.
/// </summary>
/// <param name="compiler">Compiles the one cell.</param>
/// <param name="emitter">Loads it.</param>
/// <param name="options">From how many cells on they are put together; the globals object.</param>
internal sealed class SubmissionConsolidation(
    SubmissionCompiler compiler, SubmissionEmitter emitter, CSharpCellsOptions options)
{
    private readonly TypeGroups _groups = new(compiler, emitter);
    private int _keptSince;

    /// <summary>
    /// The chain up to <paramref name="last"/> with one cell in place of those that can be put together, before the
    /// others since the first of them; the same chain when there are few.
    /// </summary>
    public Submission Consolidated(
        Submission last, NamesInUse used, Func<Submission, Submission?, Submission> rebuild)
    {
        // Looking at all of them after each would cost more than it brings.
        if (++_keptSince < options.FewestConsolidated / 2)
            return last;
        _keptSince = 0;
        var moving = Movable.In(last.Backwards(), used);
        if (moving.Count < options.FewestConsolidated)
            return last;
        var first = moving[0].Cell;
        var affected = last.Backwards().TakeWhile(s => s != first).Append(first).ToList();
        if (TogetherIfPossible(moving, first.Previous) is not { } kept)
        {
            foreach (var moved in moving)
                moved.Cell.StaysApart = true;
            return last;
        }

        var cells = moving.Select(m => m.Cell).ToHashSet();
        used.Moved(cells.SelectMany(c => c.Compilation.Members().OfType<IMethodSymbol>()).Select(m => m.Name));
        // One whose variables were let go of has lost its place among the states, and nobody reaches it.
        foreach (var submission in Enumerable.Reverse(affected).Where(s => !s.IsReleased && !cells.Contains(s)))
            kept = rebuild(submission, kept);
        return kept;
    }

    // Some limits of an assembly, such as that of the texts in it, each cell keeps and all of them do not; that shows last.
    private Submission? TogetherIfPossible(IReadOnlyList<MovingCell> moving, Submission? previous)
    {
        try
        {
            return Together(moving, previous);
        }
        catch (NotEmittedException)
        {
            return null;
        }
    }

    private Submission? Together(IReadOnlyList<MovingCell> moving, Submission? previous)
    {
        var keeping = moving.Where(m => m.KeepsTypes).Select(m => m.Cell).ToList();
        var anew = moving.Where(m => !m.KeepsTypes).Select(m => m.Cell).ToList();
        var declaring = keeping.Where(DeclaresTypes).ToList();
        var named = _groups.On(previous, [.. declaring.Select(PlacedTypes.Of)], ConsolidatedText.WrittenTypes(declaring));
        // So that types and variables of later cells that show them can be put together too.
        if (anew.Count > 0 && anew.TrueForAll(c => TypesInPlace.ArePossible(c.Compilation)))
        {
            if (Compiled(ConsolidatedText.Types(anew), named) is not { } library)
                return null;
            var types = PlacedTypes.Of(library, Load(library)!.Module.Assembly);
            named = _groups.On(named, [types], ConsolidatedText.WrittenTypes(anew));
            anew = [];
        }

        if (Compiled(ConsolidatedText.Types(anew) + ConsolidatedText.Members(keeping), named) is not { } cell)
            return null;
        return Load(cell) is { } entryPoint
            ? Running(entryPoint, cell, ConsolidatedText.WrittenTypes(anew) + ConsolidatedText.WrittenMembers(keeping), keeping, named)
            : named;
    }

    private static bool DeclaresTypes(Submission cell) => cell.Compilation.Members().OfType<INamedTypeSymbol>().Any();

    private CSharpCompilation? Compiled(string text, Submission? previous)
    {
        var cell = compiler.Compile(SubmissionCompiler.Parse(text, ""), previous);
        return cell.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error) ? null : cell;
    }

    // The one cell, with the values that the variables of the others have.
    private Submission Running(
        MethodInfo entryPoint, CSharpCompilation cell, string code, IReadOnlyList<Submission> cells, Submission? previous)
    {
        var states = Submission.StatesAfter(previous, options.Globals);
        entryPoint.CreateDelegate<Func<object?[], Task<object?>>>()(states);
        var state = states[^1]!;
        foreach (var (from, field) in cells.SelectMany(c => c.Variables.Select(v => (c.State!, c.Variable(v)!)))
            .Where(v => !v.Item2.IsLiteral))
            state.GetType().GetField(field.Name)!.SetValue(state, field.GetValue(from));
        return new Submission(
            previous,
            code,
            SubmissionCompiler.Again(cell, previous?.Compilation),
            SubmissionNames.Of(cell),
            state) { IsConsolidated = true };
    }

    private MethodInfo? Load(CSharpCompilation cell) => emitter.Load(cell, CodeLifetime.ForGood, CancellationToken.None).EntryPoint;
}
