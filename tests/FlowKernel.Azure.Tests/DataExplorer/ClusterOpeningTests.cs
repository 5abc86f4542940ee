using FlowKernel.Azure.Tests.Standing;
using FlowKernel.Results;
using FlowKernel.Session;

namespace FlowKernel.Azure.Tests.DataExplorer;

/// <summary>Connecting to a cluster: what is there, and what can be wrong.</summary>
public sealed class ClusterOpeningTests
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TablesViewsAndFunctionsAreKnown()
    {
        await using var cluster = new Cluster(_ => new Answer(""));
        var schema = (await cluster.ConnectAsync()).Schema;
        Assert.Equal(
            ["Flows(TimeGenerated:datetime, SrcIp:string, Bytes:long, Denied:bool, Share:decimal, Rest:dynamic)", "Daily(Day:datetime)"],
            schema.Tables.Select(t => $"{t.Name}({string.Join(", ", t.Columns.Select(c => $"{c.Name}:{c.Type.Name()}"))})"));
        Assert.Equal("All flows.", schema.Tables[0].Description);
        var function = Assert.Single(schema.Functions);
        Assert.Equal("Busy(least:long=long(10), T:(Bytes:long))", function.Name + function.Parameters);
        Assert.True(schema.HasNeighbours);
    }

    [Theory]
    [InlineData(400, """{"error":{"code":"BadRequest_DatabaseNotExist","message":"Request is invalid.","@message":"Database 'flows' was not found."}}""",
        "FK0433: localhost/flows is not there: Database 'flows' was not found. (BadRequest_DatabaseNotExist) Check its name and address.")]
    [InlineData(403, """{"error":{"code":"Forbidden","message":"Caller is not authorized."}}""",
        "FK0432: You may not query localhost/flows: Caller is not authorized. (Forbidden) Ask its owner for read access, or sign in as somebody else with --auth.")]
    [InlineData(401, "", "FK0432: You may not query localhost/flows: The service answered: Unauthorized. (401) Ask its owner for read access, or sign in as somebody else with --auth.")]
    [InlineData(501, "<html>", "FK0435: localhost/flows failed: The service answered: Not Implemented. (501) Try again in a while.")]
    public async Task ARefusalIsADiagnostic(int status, string body, string expected)
    {
        await using var service = new StandInService(_ => new Answer(body, status));
        Assert.Equal(expected, await ConnectAsync(service.Address));
    }

    [Theory]
    [InlineData("https://evil.example.com", "FK0437: 'evil.example.com' is no host of Azure, so it does not get your token. Check the address; where the service needs no sign-in, add --auth none.")]
    [InlineData("kusto.windows.net.evil.com", "FK0437: 'kusto.windows.net.evil.com' is no host of Azure, so it does not get your token. Check the address; where the service needs no sign-in, add --auth none.")]
    [InlineData("http://help.kusto.windows.net", "FK0437: 'http://help.kusto.windows.net' would be asked in clear text. Write https:// before it.")]
    [InlineData("ftp://help.kusto.windows.net", "FK0437: 'ftp://help.kusto.windows.net' is no address of a service. Write one like https://mycluster.westeurope.kusto.windows.net.")]
    [InlineData("", "FK0437: '' is no address of a service. Write one like https://mycluster.westeurope.kusto.windows.net.")]
    public async Task ATokenGoesToAzureAlone(string address, string expected) =>
        Assert.Equal(expected, await ConnectAsync(address));

    [Fact]
    public async Task AServiceThatDoesNotAnswerIsADiagnostic()
    {
        var sentence = await ConnectAsync("http://localhost:9/");
        Assert.StartsWith("FK0435: There is no answer from localhost: ", sentence, StringComparison.Ordinal);
        Assert.EndsWith(". Check the address and your network.", sentence, StringComparison.Ordinal);
    }

    private static async Task<string> ConnectAsync(string address)
    {
        var opened = await new RemotePlaces(new KeptTables()).ClusterAsync(address, "flows", null, TimeProvider.System, Test);
        var error = Assert.Single(opened.Diagnostics);
        return $"{error.Code}: {error.Message} {error.Hint}";
    }
}
