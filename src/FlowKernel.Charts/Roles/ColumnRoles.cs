namespace FlowKernel.Charts.Roles;

/// <summary>The parts that a table's columns play in a chart, as column indices.</summary>
/// <param name="X">The column of the x axis, or -1 when there is none.</param>
/// <param name="Y">The columns of values.</param>
/// <param name="Series">The columns whose values together name a series.</param>
internal sealed record ColumnRoles(int X, IReadOnlyList<int> Y, IReadOnlyList<int> Series);

/// <summary>What a kind wants of its x axis.</summary>
internal enum XWish
{
    /// <summary>The first datetime column; without one, the first column.</summary>
    TimeFirst,

    /// <summary>The first datetime column, and nothing else.</summary>
    TimeOnly,

    /// <summary>The first column.</summary>
    First,
}
