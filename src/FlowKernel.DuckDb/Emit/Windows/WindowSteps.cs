using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit.Windows;

/// <summary>
/// Writes window functions that restart, and ranks, as steps that DuckDB can compute one after the other: rows are
/// grouped by the restarts before them; a rank counts changes of its term.
/// </summary>
internal static class WindowSteps
{
    /// <summary>The number of restarts up to a row.</summary>
    public const string Group = "restarts";

    /// <summary>True for the first row of a group, and where the term differs from the row before.</summary>
    public const string Changed = "changed";

    /// <summary>The function and the index of its argument that says where it restarts.</summary>
    private static readonly Dictionary<string, int> RestartAt = new(StringComparer.Ordinal)
    {
        ["row_number"] = 1,
        ["row_cumsum"] = 1,
        ["row_rank_dense"] = 1,
        ["row_rank_min"] = 1,
    };

    /// <summary>The same call over the steps that it needs; other expressions as they are.</summary>
    public static Scalar Split(Scalar scalar) =>
        scalar is WindowCall call && RestartAt.TryGetValue(call.Function, out var at)
            ? Ranked(Grouped(call, at), at)
            : scalar;

    private static WindowCall Grouped(WindowCall call, int at)
    {
        if (call.Arguments.Count <= at)
            return call;
        var group = new WindowCall(Group, [call.Arguments[at]], KqlType.Long, call.Span);
        return call with { Arguments = [.. call.Arguments.Take(at), group] };
    }

    private static WindowCall Ranked(WindowCall call, int at)
    {
        if (!call.Function.StartsWith("row_rank", StringComparison.Ordinal))
            return call;
        var changed = new WindowCall(Changed, call.Arguments, KqlType.Bool, call.Span);
        return call with { Arguments = [changed, .. call.Arguments.Skip(at)] };
    }
}
