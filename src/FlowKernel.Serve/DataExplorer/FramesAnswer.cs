using System.Text.Json;
using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Serve.Http;
using FlowKernel.Serve.Requests;
using Microsoft.AspNetCore.Http;

namespace FlowKernel.Serve.DataExplorer;

/// <summary>
/// Answers in frames, as Kusto's second version does (https://learn.microsoft.com/kusto/api/rest/response-http-2).
/// </summary>
internal sealed class FramesAnswer(ServedStore store) : IQueryAnswer
{
    private static readonly KqlColumn[] PropertyColumns =
    [
        new("TableId", KqlType.Int), new("Key", KqlType.String), new("Value", KqlType.Dynamic),
    ];

    /// <inheritdoc/>
    public async Task WriteAsync(HttpContext context, QueryResult result, FrameLayout layout, RequestIdentity identity)
    {
        await using var body = JsonBody.Of(context);
        var frames = new FrameWriter(body, layout, identity);
        frames.Header();
        await frames.TableAsync(0, "QueryProperties", Properties(result));
        for (var i = 0; i < result.Tables.Count; i++)
            await frames.PrimaryAsync(i + 1, result.Tables[i]);
        await frames.TableAsync(
            result.Tables.Count + 1, "QueryCompletionInformation",
            CompletionRows.Frames(result, identity, store.Clock.GetUtcNow().UtcDateTime));
        frames.Completion([.. result.Tables.Select(t => t.Cut).OfType<ResultCut>()]);
    }

    /// <inheritdoc/>
    public async Task WriteCancelledAsync(
        HttpContext context, Diagnostic cancelled, FrameLayout layout, RequestIdentity identity)
    {
        await using var body = JsonBody.Of(context);
        var frames = new FrameWriter(body, layout, identity);
        frames.Header();
        frames.Cancelled(Problem.Of(cancelled, ""));
    }

    private static KqlTable Properties(QueryResult result)
    {
        var rows = result.Each().Select((single, i) => (IReadOnlyList<object?>)
        [
            i + 1, "Visualization", new DynamicValue(JsonSerializer.Serialize(Visualization.Of(single.Render))),
        ]);
        return KqlTable.FromRows(PropertyColumns, [.. rows], "@ExtendedProperties");
    }
}
