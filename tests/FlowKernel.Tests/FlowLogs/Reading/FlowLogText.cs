using System.Text;
using FlowKernel.FlowLogs.Reading;

namespace FlowKernel.Tests.FlowLogs.Reading;

/// <summary>Makes flow logs as Azure writes them, and reads them with buffers of any size.</summary>
internal static class FlowLogText
{
    public const string Begin = "1710413935827,10.1.1.70,10.1.1.4,55490,80,6,O,B,NX,0,0,0,0";
    public const string End = "1710413935827,10.1.1.70,10.1.1.4,55490,80,6,O,E,NX,3,406,3,614";

    public static string Record(params string[] tuples) =>
        """
        {"time":"2024-03-14T10:59:41.5119837Z","flowLogVersion":4,"flowLogGUID":"655accd4-7b05-4071-bf55-16e3e462a230",
        "macAddress":"6045BDBA5272","category":"FlowLogFlowEvent",
        "flowLogResourceID":"/SUBSCRIPTIONS/S1/RESOURCEGROUPS/NW/PROVIDERS/MICROSOFT.X/NETWORKWATCHERS/NW1/FLOWLOGS/F",
        "targetResourceID":"/subscriptions/s1/resourceGroups/fl/providers/Microsoft.Network/virtualNetworks/spoke1",
        "operationName":"FlowLogFlowEvent",
        "flowRecords":{"flows":[{"aclID":"a43a8170","flowGroups":[{"rule":"DefaultRule","flowTuples":[TUPLES]}]}]}}
        """.Replace("TUPLES", Join(tuples), StringComparison.Ordinal);

    public static string Blob(params string[] records) => $$"""{"records":[{{string.Join(',', records)}}]}""";

    public static async Task<(List<FlowRecord> Records, FlowLogReader Reader)> Read(
        string text, int step = int.MaxValue)
    {
        var reader = new FlowLogReader("PT1H.json");
        using var stream = new SteppedStream(Encoding.UTF8.GetBytes(text), step);
        var records = new List<FlowRecord>();
        await foreach (var record in reader.ReadAsync(stream, TestContext.Current.CancellationToken))
            records.Add(record);
        return (records, reader);
    }

    private static string Join(string[] tuples) => string.Join(',', tuples.Select(t => $"\"{t}\""));
}
