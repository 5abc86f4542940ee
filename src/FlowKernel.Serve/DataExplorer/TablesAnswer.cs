using System.Globalization;
using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Serve.Http;
using FlowKernel.Serve.Requests;
using Microsoft.AspNetCore.Http;

namespace FlowKernel.Serve.DataExplorer;

/// <summary>
/// Answers in tables, as Kusto's first version does (https://learn.microsoft.com/kusto/api/rest/response-http): the
/// results, then what they are to look like, how the query went, and which table is which.
/// </summary>
internal sealed class TablesAnswer(ServedStore store) : IQueryAnswer
{
    private static readonly KqlColumn[] PropertyColumns = [new("Value", KqlType.String)];

    private static readonly KqlColumn[] ContentsColumns =
    [
        new("Ordinal", KqlType.Long), new("Kind", KqlType.String), new("Name", KqlType.String),
        new("Id", KqlType.String), new("PrettyName", KqlType.String),
    ];

    /// <inheritdoc/>
    public async Task WriteAsync(HttpContext context, QueryResult result, FrameLayout layout, RequestIdentity identity)
    {
        await using var body = JsonBody.Of(context);
        var tables = new TableWriter(body);
        tables.Begin();
        foreach (var table in result.Tables)
            await tables.TableAsync(table);
        await tables.TableAsync(Properties(result));
        await tables.TableAsync(CompletionRows.Tables(result, identity, store.Clock.GetUtcNow().UtcDateTime));
        await tables.TableAsync(Contents(result));
        tables.End([.. result.Tables.Select(t => t.Cut).OfType<ResultCut>()]);
    }

    /// <inheritdoc/>
    public Task WriteCancelledAsync(
        HttpContext context, Diagnostic cancelled, FrameLayout layout, RequestIdentity identity) =>
        ErrorAnswer.WriteAsync(context, [cancelled]);

    private static KqlTable Properties(QueryResult result) => KqlTable.FromRows(
        PropertyColumns,
        [.. result.Each().Select(single => (IReadOnlyList<object?>)[Visualization.Of(single.Render)])]);

    private static KqlTable Contents(QueryResult result)
    {
        List<(string Kind, string Name)> tables =
        [
            .. result.Tables.Select(t => ("QueryResult", t.Name)),
            ("QueryProperties", "@ExtendedProperties"),
            ("QueryStatus", "QueryStatus"),
        ];
        var rows = tables.Select((table, i) => (IReadOnlyList<object?>)
            [(long)i, table.Kind, table.Name, i.ToString(CultureInfo.InvariantCulture), ""]);
        return KqlTable.FromRows(ContentsColumns, [.. rows]);
    }
}
