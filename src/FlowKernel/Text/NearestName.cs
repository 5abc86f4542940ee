namespace FlowKernel.Text;

/// <summary>Finds what a misspelt name was meant to be.</summary>
public static class NearestName
{
    /// <summary>
    /// The candidate with the fewest typing errors (letters added, dropped, changed or swapped), ignoring case; null
    /// when none comes within a third of the name's length. At least one letter must be right.
    /// </summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        var limit = Math.Max(1, name.Length / 3);
        return candidates
            .Select(c => (Name: c, Errors: Distance(name.ToUpperInvariant(), c.ToUpperInvariant())))
            .Where(c => c.Errors <= limit && c.Errors < Math.Max(name.Length, c.Name.Length))
            .OrderBy(c => c.Errors)
            .Select(c => c.Name)
            .FirstOrDefault();
    }

    // Optimal string alignment distance: Levenshtein plus swapped neighbours.
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
                d[i, j] = Step(d, a, b, i, j);
        }

        return d[a.Length, b.Length];
    }

    private static int Step(int[,] d, string a, string b, int i, int j)
    {
        var change = d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        var best = Math.Min(change, Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
        var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return swapped ? Math.Min(best, d[i - 2, j - 2] + 1) : best;
    }
}
