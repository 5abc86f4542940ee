namespace FlowKernel.Specs.Conformance;

/// <summary>Compares lists without regard to order; they are small, so the quadratic search will do.</summary>
internal static class Multiset
{
    /// <summary>True when the lists pair off.</summary>
    public static bool AreEqual<T>(IReadOnlyList<T> want, IReadOnlyList<T> got, Func<T, T, bool> equal)
    {
        if (want.Count != got.Count)
            return false;
        var spare = got.ToList();
        foreach (var wanted in want)
        {
            var index = spare.FindIndex(s => equal(wanted, s));
            if (index < 0)
                return false;
            spare.RemoveAt(index);
        }

        return true;
    }
}
