using System.Globalization;
using FlowKernel.Results;

namespace FlowKernel.Serve.Requests;

/// <summary>
/// The names of results as services give them: a result that its query does not name is <c>PrimaryResult</c>, wherever
/// it stands, where the engine numbers those after the first.
/// </summary>
internal static class PrimaryNames
{
    private const string Primary = "PrimaryResult";

    /// <summary>The same result, named so.</summary>
    public static QueryResult In(QueryResult result) => result.Tables.Count == 1
        ? result
        : result with { Tables = [.. result.Tables.Select(Named)] };

    private static KqlTable Named(KqlTable table, int index) =>
        table.Name == string.Create(CultureInfo.InvariantCulture, $"Result{index + 1}")
            ? new KqlTable(table.Columns, table.Vectors, Primary) { Cut = table.Cut }
            : table;
}
