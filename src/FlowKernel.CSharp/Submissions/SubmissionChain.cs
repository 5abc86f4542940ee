using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp.Submissions;

/// <summary>The cells that later cells build on. Readers see a consistent chain while a cell runs.</summary>
internal sealed class SubmissionChain(object? globals)
{
    private volatile Submission? _last;

    /// <summary>The newest kept cell, or null.</summary>
    public Submission? Last => _last;

    /// <summary>The places of variables for a cell that runs next.</summary>
    public object?[] NewStates() => Submission.StatesAfter(_last, globals);

    /// <summary>Keeps a cell that has started, so that its variables are found; drops those that it replaces.</summary>
    public void Keep(string code, CSharpCompilation compilation, object? state)
    {
        var names = SubmissionNames.Of(compilation);
        // What the compiler has worked out for the cell's own code is of no use to later cells.
        var kept = names.IsFixed ? compilation : SubmissionCompiler.Again(compilation, _last?.Compilation);
        _last = SubmissionPruning.Pruned(new Submission(_last, code, kept, names, state), Rebuild);
    }

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

    private static Submission Rebuild(Submission submission, Submission? previous) => new(
        previous,
        submission.Code,
        SubmissionCompiler.Again(submission.Compilation, previous?.Compilation),
        submission.Names,
        submission.State);
}
