using FlowKernel.Results;

namespace FlowKernel.Arrow.Tests;

/// <summary>Small tables, column by column.</summary>
internal static class Tables
{
    public static KqlTable Of(params (string Name, KqlType Type, object?[] Values)[] columns) => new(
        [.. columns.Select(c => new KqlColumn(c.Name, c.Type))],
        [.. columns.Select(c => ColumnVectors.From(c.Type, c.Values))]);
}
