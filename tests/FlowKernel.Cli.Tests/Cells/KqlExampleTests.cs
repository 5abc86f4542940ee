using FlowKernel.FlowLogs;
using FlowKernel.Hosting;
using FlowKernel.Hosting.Work;
using FlowKernel.Notebook;
using FlowKernel.Reference;
using FlowKernel.Results;
using FlowKernel.Session;

namespace FlowKernel.Cli.Tests.Cells;

/// <summary>Runs what the reference of KQL shows, on the sample.</summary>
public sealed class KqlExampleTests : IAsyncDisposable
{
    // Their examples name what only a cluster has.
    private static readonly string[] Elsewhere =
    [
        "alias", "cluster", "database", "external_table", "graph", "materialized_view", "macro-expand", "entity_group",
        "stored_query_result",
    ];

    // Kusto.Language does not know the names in their conditions.
    private static readonly string[] Unbound = ["graph-where-nodes", "graph-where-edges"];

    private readonly Workbench _workbench = new();

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ExamplesRunOrAreRefusedForAReason()
    {
        var work = new CellWork(SilentOutput.Instance);
        (await _workbench.ConnectAsync(new ConnectionChoice.Sample(), work, Test)).OrThrow();
        var mistakes = new List<string>();
        foreach (var topic in KqlReference.All)
        {
            if (await MistakeAsync(topic) is { } mistake)
                mistakes.Add($"{topic.Title}: {mistake}");
        }

        Assert.Empty(mistakes);
    }

    [Fact]
    public async Task ExamplesOfColumnsAreValuesOfTheSample()
    {
        var work = new CellWork(SilentOutput.Instance);
        (await _workbench.ConnectAsync(new ConnectionChoice.Sample(), work, Test)).OrThrow();
        var missing = new List<string>();
        foreach (var table in FlowLogTables.Database.Tables)
        {
            var columns = table.Columns.Where(c => ColumnNotes.ExampleOf(c.Name, table.Name) is not null).ToList();
            var counts = columns.Select(c => $"countif({IsExample(c, ColumnNotes.ExampleOf(c.Name, table.Name)!)})");
            var result = await _workbench.Session.QueryAsync(
                new QueryRequest($"{table.Name} | summarize {string.Join(", ", counts)}"), Test);
            var row = result.OrThrow().Table;
            missing.AddRange(Enumerable.Range(0, columns.Count).Where(i => row[0, i] is 0L)
                .Select(i => $"{table.Name}.{columns[i].Name}"));
        }

        Assert.Empty(missing);
    }

    public ValueTask DisposeAsync() => _workbench.DisposeAsync();

    private async Task<string?> MistakeAsync(KqlTopic topic)
    {
        var support = await _workbench.Support.OfAsync(topic, Test);
        var result = await _workbench.Session.QueryAsync(new QueryRequest(topic.Example), Test);
        var found = result.Diagnostics.FirstOrDefault();
        if (topic.Name == "externaldata")
            return found?.Code == "FK0510" ? null : "It reads a place that nobody has allowed.";
        if (support.Runs)
            return found?.Message ?? (IsEmpty(result.Value!) && topic.Name != "consume" ? "It gives nothing." : null);
        if (result.Succeeded)
            return "It runs.";
        if (found!.Code.StartsWith("KS", StringComparison.Ordinal))
            return Elsewhere.Concat(Unbound).Contains(topic.Name) ? null : found.Message;
        return found.Code == "FK0131" && topic.RefusedBecause.Length == 0 ? "It says no reason." : null;
    }

    private static string IsExample(KqlColumn column, string example) => column.Type switch
    {
        KqlType.String => $"{column.Name} == '{example.Replace("'", "\\'")}'",
        KqlType.DateTime => $"{column.Name} == datetime({example})",
        _ => $"{column.Name} == {example}",
    };

    private static bool IsEmpty(QueryResult result) => result.Tables.All(
        t => t.RowCount == 0 || Enumerable.Range(0, t.Columns.Count).All(c => t[0, c] is null or ""));
}
