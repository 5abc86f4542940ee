using Microsoft.CodeAnalysis;

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
        var affected = last.Backwards().TakeWhile(s => s != moving[0]).Append(moving[0]).ToList();
        if (Together(moving, moving[0].Previous) is not { } kept)
        {
            foreach (var cell in moving)
                cell.StaysApart = true;
            return last;
        }

        used.Moved(moving.SelectMany(c => c.Compilation.Members().OfType<IMethodSymbol>()).Select(m => m.Name));
        // One whose variables were let go of has lost its place among the states, and nobody reaches it.
        foreach (var submission in Enumerable.Reverse(affected).Except(moving).Where(s => !s.IsReleased))
            kept = rebuild(submission, kept);
        return kept;
    }

    private Submission? Together(IReadOnlyList<Submission> cells, Submission? previous)
    {
        var cell = compiler.Compile(SubmissionCompiler.Parse(ConsolidatedText.Compiled(cells), ""), previous);
        if (cell.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error))
            return null;
        var entryPoint = emitter.Load(cell, CodeLifetime.ForGood, CancellationToken.None).EntryPoint!;
        var states = Submission.StatesAfter(previous, options.Globals);
        entryPoint.CreateDelegate<Func<object?[], Task<object?>>>()(states);
        var state = states[^1]!;
        foreach (var (from, field) in cells.SelectMany(c => c.Variables.Select(v => (c.State!, c.Variable(v)!)))
            .Where(v => !v.Item2.IsLiteral))
            state.GetType().GetField(field.Name)!.SetValue(state, field.GetValue(from));
        return new Submission(
            previous,
            ConsolidatedText.Written(cells),
            SubmissionCompiler.Again(cell, previous?.Compilation),
            SubmissionNames.Of(cell),
            state) { IsConsolidated = true };
    }
}
