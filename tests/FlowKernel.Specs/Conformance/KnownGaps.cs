namespace FlowKernel.Specs.Conformance;

/// <summary>The recorded cases that the embedded engine does not match: <c>known-gaps.txt</c>, an id a line.</summary>
internal static class KnownGaps
{
    /// <summary>The ids; what follows a # is a remark.</summary>
    public static HashSet<string> Read() => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "known-gaps.txt"))
        .Select(line => line.Split('#')[0].Trim())
        .Where(id => id.Length > 0)
        .ToHashSet(StringComparer.Ordinal);
}
