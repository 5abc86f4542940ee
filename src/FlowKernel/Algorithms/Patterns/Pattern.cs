namespace FlowKernel.Algorithms.Patterns;

/// <summary>A pattern of values.</summary>
/// <param name="Codes">For each column its value's code, or <see cref="CodedRows.Any"/>.</param>
/// <param name="Rows">The rows that have these values.</param>
/// <param name="Counts">For each set, how often these rows count.</param>
internal sealed record Pattern(int[] Codes, int[] Rows, double[] Counts)
{
    /// <summary>How many columns have a value.</summary>
    public int Size => Codes.Count(code => code != CodedRows.Any);

    /// <summary>The pattern of all values that some rows share.</summary>
    public static Pattern Shared(int[] members, CodedRows rows) =>
        new([.. rows.Codes.Select(codes => Shared(members, codes))], members, rows.Counts(members));

    private static int Shared(int[] members, int[] codes)
    {
        var first = codes[members[0]];
        return Array.TrueForAll(members, row => codes[row] == first) ? first : CodedRows.Any;
    }
}
