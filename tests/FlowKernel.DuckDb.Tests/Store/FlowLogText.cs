namespace FlowKernel.DuckDb.Tests.Store;

/// <summary>Flow logs as Azure writes them.</summary>
internal static class FlowLogText
{
    public const string BlobFolder =
        "flowLogResourceID=/S1_NW/NW1_F/y=2024/m=03/d=14/h=10/m=00/macAddress=6045BDBA5272/";

    /// <summary>The shape of a published record: an access control list twice, a B tuple twice, E without B.</summary>
    public static readonly string[] Outbound =
    [
        "1710413935827,10.1.1.70,10.1.1.4,55490,80,6,O,B,NX,0,0,0,0",
        "1710413935827,10.1.1.70,10.1.1.4,55490,80,6,O,E,NX,3,406,3,614",
        "1710413935827,10.1.1.70,10.1.1.4,55490,80,6,O,B,NX,0,0,0,0",
        "1710413941978,10.1.1.70,10.1.1.4,55490,80,6,O,E,NX,6,754,4,730",
    ];

    public static readonly string[] Inbound =
    [
        "1710413919161,172.214.106.161,10.1.1.70,44827,80,6,I,B,NX,0,0,0,0",
        "1710413921531,172.214.106.161,10.1.1.70,44825,80,6,I,E,NX,1,102,2,116",
        "1710413926148,172.214.106.161,10.1.1.70,44827,80,6,I,E,NX,1,102,2,116",
    ];

    public static string Record(params string[][] groups) =>
        """
        {"time":"2024-03-14T10:59:41.5119837Z","flowLogVersion":4,"macAddress":"6045BDBA5272",
        "category":"FlowLogFlowEvent",
        "flowLogResourceID":"/SUBSCRIPTIONS/S1/RESOURCEGROUPS/NW/PROVIDERS/MICROSOFT.X/NETWORKWATCHERS/NW1/FLOWLOGS/F",
        "targetResourceID":"/subscriptions/s1/resourceGroups/flowlogs/providers/Microsoft.X/virtualNetworks/spoke1",
        "flowRecords":{"flows":[FLOWS]}}
        """.Replace("FLOWS", string.Join(',', groups.Select(Flow)), StringComparison.Ordinal);

    public static string Blob(params string[] records) => $$"""{"records":[{{string.Join(',', records)}}]}""";

    private static string Flow(string[] tuples) =>
        """{"aclID":"a43a8170","flowGroups":[{"rule":"DefaultRule","flowTuples":[TUPLES]}]}"""
            .Replace("TUPLES", string.Join(',', tuples.Select(t => $"\"{t}\"")), StringComparison.Ordinal);
}
