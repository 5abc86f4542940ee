using FlowKernel.Results;
using FlowKernel.Session;

namespace FlowKernel.Tests.Session.Mapping;

/// <summary>Results without a connection.</summary>
internal static class Results
{
    public static FlowResult<FlowRow> Of(params (string Name, KqlType Type, object?[] Values)[] columns)
    {
        var table = new KqlTable(
            [.. columns.Select(c => new KqlColumn(c.Name, c.Type))],
            [.. columns.Select(c => ColumnVectors.From(c.Type, c.Values))]);
        var result = new QueryResult([table], null, new QueryStatistics(TimeSpan.Zero, "test"));
        return new FlowRows(new Flow(null!, null!), new QueryRequest("T"), result);
    }
}
