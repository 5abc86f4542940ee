using System.Reflection;
using FlowKernel.CSharp.Submissions.Consolidation;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp.Submissions;

/// <summary>The cells that later cells build on. Readers see a consistent chain while a cell runs.</summary>
internal sealed class SubmissionChain(object? globals, SubmissionConsolidation? consolidation = null)
{
    private readonly NamesInUse _used = new();
    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);
    private volatile Submission? _last;

    /// <summary>The newest kept cell, or null.</summary>
    public Submission? Last => _last;

    /// <summary>The places of variables for a cell that runs next.</summary>
    public object?[] NewStates() => Submission.StatesAfter(_last, globals);

    /// <summary>Keeps a cell that has started, so that its variables are found; drops those that it replaces.</summary>
    /// <param name="code">The text as its user wrote it.</param>
    /// <param name="compilation">The cell.</param>
    /// <param name="state">The object that holds its variables; null for one without code.</param>
    /// <param name="image">What a cell of types alone is loaded from again.</param>
    public void Keep(string code, CSharpCompilation compilation, object? state, CellImage? image = null)
    {
        var names = SubmissionNames.Of(compilation);
        // What the compiler has worked out for the cell's own code is of no use to later cells.
        var kept = names.IsFixed ? compilation : SubmissionCompiler.Again(compilation, _last?.Compilation);
        var submission = new Submission(_last, code, kept, names, state, image) { Seen = [.. TypesInPlace.SeenIn(compilation)] };
        _last = ReplacesNothing(names) ? submission : WithoutReplaced(submission);
        _last = consolidation?.Consolidated(_last, _used, Rebuild) ?? _last;
    }

    /// <summary>Notes a cell that is about to run, whether it will be kept or not.</summary>
    public void Begin(CSharpCompilation cell)
    {
        _used.Add(cell, hasEnded: true);
        var lasting = LastingTypes.NamesIn(cell, CancellationToken.None).ToHashSet(StringComparer.Ordinal);
        if (lasting.Count == 0)
            return;
        foreach (var submission in _last?.Backwards() ?? [])
        {
            if (submission.Image is { } image && submission.Declared().Any(lasting.Contains))
                image.Keep();
        }
    }

    /// <summary>Notes that a cell was stopped from outside, so that a thread of it may still run.</summary>
    public void Abandon(CSharpCompilation cell) => _used.Add(cell, hasEnded: false);

    /// <summary>
    /// How long a cell is to stay: for good if it declares something, only names that no cell before it has declared, and is
    /// not going to be put together with others.
    /// </summary>
    /// <param name="cell">The cell as it runs.</param>
    /// <param name="written">The cell as its user wrote it.</param>
    public CodeLifetime LifetimeOf(CSharpCompilation cell, CSharpCompilation written)
    {
        if (TypesAlone.Are(cell) && !KeepsSomethingOfItsOwn(written))
            return CodeLifetime.Returning;
        var members = cell.Members().ToList();
        return members.Count > 0 && !members.Exists(m => _declared.Contains(m.Name)) && !Movable.MayMove(cell, _used)
            ? CodeLifetime.ForGood
            : CodeLifetime.Passing;
    }

    // Of its own types, by its statements or in what the types inherit.
    private static bool KeepsSomethingOfItsOwn(CSharpCompilation cell)
    {
        var types = cell.Members().Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
        return LastingTypes.NamesIn(cell, CancellationToken.None).Any(types.Contains);
    }

    // What declares nothing but new names leaves all earlier cells as they are: no need to look at each of them.
    private bool ReplacesNothing(SubmissionNames names) =>
        names.Declared is { Count: > 0 } declared && declared.Select(d => _declared.Add(d.Name)).ToList().TrueForAll(n => n);

    /// <summary>The newest variable of a name with the object that holds it.</summary>
    public (FieldInfo Field, object State)? Find(string name)
    {
        foreach (var submission in _last?.Backwards() ?? [])
        {
            if (submission is { State: { } state } && submission.Variable(name) is { } field)
                return (field, state);
        }

        return null;
    }

    private Submission WithoutReplaced(Submission last)
    {
        foreach (var variable in last.Names.Declared?.Where(d => d.Key == SubmissionNames.Variable) ?? [])
        {
            foreach (var older in last.Backwards().Skip(1).Where(s => s.IsConsolidated && !_used.InFunctions(variable.Name)))
            {
                if (older.Names.Declared?.Contains(variable) == true)
                    older.Release(variable.Name);
            }
        }

        return SubmissionPruning.Pruned(last, Rebuild);
    }

    private static Submission Rebuild(Submission submission, Submission? previous) => new(
        previous,
        submission.Code,
        SubmissionCompiler.Again(submission.Compilation, previous?.Compilation, submission.Placed),
        submission.Names,
        submission.State,
        submission.Image)
    {
        IsConsolidated = submission.IsConsolidated,
        StaysApart = submission.StaysApart,
        Seen = submission.Seen,
        Placed = submission.Placed,
    };
}
