using System.Globalization;
using System.Text.Json;
using FlowKernel.EndToEnd.Tools;

namespace FlowKernel.EndToEnd;

public sealed class StoreReadersTests : IDisposable
{
    /// <summary>State n of the store has n flows of n bytes each.</summary>
    private const int States = 4;

    private const string Blob =
        "flowLogResourceID=/S1_NW/NW1_F/y=2024/m=03/d=14/h=10/m=00/macAddress=6045BDBA5272/PT1H.json";

    private readonly string _folder = Directory.CreateTempSubdirectory("flowkernel-readers-").FullName;

    private string Data => Path.Combine(_folder, "data");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task ProcessesThatReadWhileImportsReplaceTheStoreSeeWholeStatesInOrder()
    {
        await ImportAsync(1);
        var importing = ImportOthersAsync();
        var readers = await Task.WhenAll(ReadUntilAsync(importing, "a"), ReadUntilAsync(importing, "b"));
        await importing;

        foreach (var (flows, again, bytes) in readers.SelectMany(r => r))
            Assert.Equal((flows, flows * flows), (again, bytes));
        Assert.All(readers, r => Assert.Equal(r.Select(s => s.Flows).Order(), r.Select(s => s.Flows)));
        Assert.All(readers, r => Assert.Equal(States, r[^1].Flows));
    }

    private async Task ImportOthersAsync()
    {
        for (var state = 2; state <= States; state++)
            await ImportAsync(state);
    }

    /// <summary>What processes that follow each other read, until one has begun after the last import.</summary>
    private async Task<List<(long Flows, long Again, long Bytes)>> ReadUntilAsync(Task importing, string name)
    {
        var seen = new List<(long, long, long)>();
        bool wasLast;
        do
        {
            wasLast = importing.IsCompleted;
            seen.AddRange(await ReadAsync(name));
        }
        while (!wasLast);
        return seen;
    }

    private async Task<List<(long Flows, long Again, long Bytes)>> ReadAsync(string name)
    {
        const string Query =
            "let whole = NTANetAnalytics | summarize Flows = count(), Bytes = sum(BytesSrcToDest); "
            + "whole | extend Again = toscalar(NTANetAnalytics | count) | project Flows, Again, Bytes";
        var (asked, told) = (Path.Combine(_folder, $"{name}.jsonl"), Path.Combine(_folder, $"{name}-out.jsonl"));
        var lines = Enumerable.Range(0, 40).Select(i => JsonSerializer.Serialize(new { id = $"{i}", kql = Query }));
        await File.WriteAllLinesAsync(asked, lines, TestContext.Current.CancellationToken);
        (await Tool.RunAsync("query", "--batch", asked, "--out", told, "--data", Data)).Expect(0);
        var answers = await File.ReadAllLinesAsync(told, TestContext.Current.CancellationToken);
        return [.. answers.Select(Row)];
    }

    private static (long Flows, long Again, long Bytes) Row(string answer)
    {
        using var json = JsonDocument.Parse(answer);
        Assert.True(json.RootElement.TryGetProperty("rows", out var rows), answer);
        return (rows[0][0].GetInt64(), rows[0][1].GetInt64(), rows[0][2].GetInt64());
    }

    private async Task ImportAsync(int state)
    {
        var blob = Path.Combine(_folder, "blobs", Blob);
        Directory.CreateDirectory(Path.GetDirectoryName(blob)!);
        await File.WriteAllTextAsync(blob, BlobOf(state), TestContext.Current.CancellationToken);
        (await Tool.RunAsync("import", Path.Combine(_folder, "blobs"), "--data", Data)).Expect(0);
    }

    private static string BlobOf(int state)
    {
        var tuples = Enumerable.Range(1, state).Select(flow => string.Create(
            CultureInfo.InvariantCulture,
            $"\"1710413935827,10.1.1.70,10.1.1.4,55490,{flow},6,O,E,NX,1,{state},1,1\""));
        return """
            {"records":[{"time":"2024-03-14T10:59:41.5119837Z","flowLogVersion":4,"macAddress":"6045BDBA5272",
            "category":"FlowLogFlowEvent",
            "flowLogResourceID":"/SUBSCRIPTIONS/S1/RESOURCEGROUPS/NW/PROVIDERS/X/NETWORKWATCHERS/NW1/FLOWLOGS/F",
            "targetResourceID":"/subscriptions/s1/resourceGroups/flowlogs/providers/Microsoft.X/virtualNetworks/spoke1",
            "flowRecords":{"flows":[{"aclID":"a","flowGroups":[{"rule":"R","flowTuples":[TUPLES]}]}]}}]}
            """.Replace("TUPLES", string.Join(',', tuples), StringComparison.Ordinal);
    }
}
