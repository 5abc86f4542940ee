namespace FlowKernel.CSharp.Submissions;

/// <summary>
/// Finds cells that no later cell can reach any more: everything that they declare has been declared again, with no
/// cell in between that mentions it. Cells that are run again and again leave many of these; without them the values
/// that were replaced are freed, and a cell costs as much after two thousand as after ten.
/// </summary>
internal static class SubmissionPruning
{
    private const int FewestDropped = 8;
    private const int MostRebuiltForOne = 4;

    /// <summary>
    /// The chain up to <paramref name="last"/> without such cells, in which those after the first dropped one are
    /// rebuilt by <paramref name="rebuild"/>; the same chain while that would cost more than it brings.
    /// </summary>
    public static Submission Pruned(Submission last, Func<Submission, Submission?, Submission> rebuild)
    {
        var chain = last.Backwards().ToList();
        var unreachable = Unreachable(chain);
        foreach (var submission in unreachable)
            submission.Release();
        var affected = Affected(chain, unreachable);
        var dropped = affected.Count(unreachable.Contains);
        if (dropped < FewestDropped || affected.Count - dropped > dropped * MostRebuiltForOne)
            return last;
        var kept = affected[^1].Previous;
        foreach (var submission in Enumerable.Reverse(affected).Where(s => !unreachable.Contains(s)))
            kept = rebuild(submission, kept);
        return kept!;
    }

    // The newest cells down to the last one that can be dropped; what is fixed stays, and all before it.
    private static List<Submission> Affected(List<Submission> newestFirst, HashSet<Submission> unreachable)
    {
        var movable = newestFirst.TakeWhile(s => !s.Names.IsFixed || unreachable.Contains(s)).ToList();
        return movable[..(movable.FindLastIndex(unreachable.Contains) + 1)];
    }

    // From the newest to the oldest, what later cells have declared anew since something last mentioned its name.
    private static HashSet<Submission> Unreachable(IReadOnlyList<Submission> newestFirst)
    {
        var imports = FirstImports(newestFirst);
        var replaced = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var unreachable = new HashSet<Submission>();
        foreach (var submission in newestFirst)
        {
            if (IsReplaced(submission.Names, replaced) && submission.Names.Imports.All(i => imports[i] != submission))
                unreachable.Add(submission);
            else
                Take(submission.Names, replaced);
        }

        return unreachable;
    }

    private static Dictionary<string, Submission> FirstImports(IReadOnlyList<Submission> newestFirst)
    {
        var first = new Dictionary<string, Submission>(StringComparer.Ordinal);
        foreach (var submission in newestFirst)
        {
            foreach (var import in submission.Names.Imports)
                first[import] = submission;
        }

        return first;
    }

    private static bool IsReplaced(SubmissionNames names, Dictionary<string, HashSet<string>> replaced) =>
        names.Declared is { } declared
        && declared.All(d => replaced.GetValueOrDefault(d.Name)?.Contains(d.Key) == true);

    private static void Take(SubmissionNames names, Dictionary<string, HashSet<string>> replaced)
    {
        foreach (var name in names.Mentioned)
            replaced.Remove(name);
        foreach (var (name, key) in names.Declared ?? [])
        {
            if (!replaced.TryGetValue(name, out var keys))
                replaced[name] = keys = new HashSet<string>(StringComparer.Ordinal);
            keys.Add(key);
        }
    }
}
