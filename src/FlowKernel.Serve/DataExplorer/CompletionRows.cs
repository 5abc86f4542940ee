using System.Text.Json;
using FlowKernel.Results;
using FlowKernel.Serve.Http;

namespace FlowKernel.Serve.DataExplorer;

/// <summary>What both versions tell of a query that has ended: how it went, and what it cost.</summary>
internal static class CompletionRows
{
    /// <summary>The HRESULT of E_QUERY_RESULT_SET_TOO_LARGE.</summary>
    private const int ResultTooLarge = unchecked((int)0x80DA0003);

    /// <summary>The table of the second version.</summary>
    public static KqlTable Frames(QueryResult result, RequestIdentity identity, DateTime time)
    {
        var rows = Events(result).Select(e => (IReadOnlyList<object?>)
        [
            time, identity.ClientRequestId, identity.ActivityId, identity.ActivityId, identity.ActivityId,
            e.Level, e.LevelName, e.Status, e.StatusName, e.Type, e.TypeName, e.Payload,
        ]);
        return KqlTable.FromRows(FrameColumns, [.. rows], "QueryCompletionInformation");
    }

    /// <summary>The table of the first version.</summary>
    public static KqlTable Tables(QueryResult result, RequestIdentity identity, DateTime time)
    {
        var rows = Events(result).Select(e => (IReadOnlyList<object?>)
        [
            time, e.Level, e.LevelName, e.Status, e.Level == InfoLevel ? Completed : e.Payload, 1,
            identity.ActivityId, identity.ActivityId, identity.ActivityId, identity.ClientRequestId,
        ]);
        return KqlTable.FromRows(TableColumns, [.. rows], "QueryStatus");
    }

    private const int InfoLevel = 4;
    private const string Completed = "Query completed successfully";

    private sealed record Event(
        int Level, string LevelName, int Status, string StatusName, int Type, string TypeName, string Payload);

    private static IEnumerable<Event> Events(QueryResult result)
    {
        var cuts = result.Tables.Select(t => t.Cut).OfType<ResultCut>().ToList();
        foreach (var cut in cuts)
        {
            yield return new(
                2, "Error", ResultTooLarge, "E_QUERY_RESULT_SET_TOO_LARGE (0x80DA0003)", 2, "QueryError",
                Text(CutText.Of(cut)));
        }

        if (cuts.Count == 0)
            yield return new(InfoLevel, "Info", 0, "S_OK (0)", 4, "QueryInfo", Text(Completed));
        yield return new(6, "Stats", 0, "S_OK (0)", 0, "QueryResourceConsumption", Cost(result));
    }

    private static string Text(string text) => JsonSerializer.Serialize(new { Count = 1, Text = text });

    private static string Cost(QueryResult result) => JsonSerializer.Serialize(new
    {
        ExecutionTime = result.Statistics.Elapsed.TotalSeconds,
        dataset_statistics = result.Tables.Select(t => new { table_row_count = t.RowCount }),
    });

    private static readonly KqlColumn[] FrameColumns =
    [
        new("Timestamp", KqlType.DateTime), new("ClientRequestId", KqlType.String), new("ActivityId", KqlType.Guid),
        new("SubActivityId", KqlType.Guid), new("ParentActivityId", KqlType.Guid), new("Level", KqlType.Int),
        new("LevelName", KqlType.String), new("StatusCode", KqlType.Int), new("StatusCodeName", KqlType.String),
        new("EventType", KqlType.Int), new("EventTypeName", KqlType.String), new("Payload", KqlType.String),
    ];

    private static readonly KqlColumn[] TableColumns =
    [
        new("Timestamp", KqlType.DateTime), new("Severity", KqlType.Int), new("SeverityName", KqlType.String),
        new("StatusCode", KqlType.Int), new("StatusDescription", KqlType.String), new("Count", KqlType.Int),
        new("RequestId", KqlType.Guid), new("ActivityId", KqlType.Guid), new("SubActivityId", KqlType.Guid),
        new("ClientActivityId", KqlType.String),
    ];
}
