using FlowKernel.Session;

namespace FlowKernel.Azure.Tests.Standing;

/// <summary>A cluster with a database <c>flows</c>, and a connection to it.</summary>
internal sealed class Cluster(Func<Asked, Answer> query) : IAsyncDisposable
{
    private const string Schema =
        """
        {"Databases":{"flows":{"Name":"flows","Tables":{"Flows":{"Name":"Flows","DocString":"All flows.","OrderedColumns":[
            {"Name":"TimeGenerated","Type":"System.DateTime","CslType":"datetime"},{"Name":"SrcIp","Type":"System.String"},
            {"Name":"Bytes","Type":"System.Int64"},{"Name":"Denied","Type":"System.SByte"},
            {"Name":"Share","Type":"System.Data.SqlTypes.SqlDecimal"},{"Name":"Rest","Type":"System.Object"}]}},
          "MaterializedViews":{"Daily":{"Name":"Daily","OrderedColumns":[{"Name":"Day","Type":"System.DateTime"}]}},
          "ExternalTables":{},
          "Functions":{"Busy":{"Name":"Busy","InputParameters":[{"Name":"least","Type":"System.Int64","CslType":"long","CslDefaultValue":"long(10)"},
              {"Name":"T","Columns":[{"Name":"Bytes","Type":"System.Int64","CslType":"long"}]}],
            "Body":"{ T | where Bytes > least }","DocString":"The busy ones."}}}}}
        """;

    public KeptTables Kept { get; } = new();

    public StandInService Service { get; } = new(asked => asked.Path switch
    {
        "/v1/rest/mgmt" when asked.Body.Contains("schema as json", StringComparison.Ordinal) => SchemaAnswer,
        _ => query(asked),
    });

    private static Answer SchemaAnswer { get; } = new(
        $$"""{"Tables":[{"TableName":"Table_0","Columns":[],"Rows":[[{{System.Text.Json.JsonSerializer.Serialize(Schema)}}]]}]}""");

    public async Task<IQueryConnection> ConnectAsync(TimeProvider? clock = null) =>
        (await new RemotePlaces(Kept).ClusterAsync(
            Service.Address, "flows", null, clock ?? TimeProvider.System, TestContext.Current.CancellationToken)).OrThrow();

    public ValueTask DisposeAsync() => Service.DisposeAsync();
}
