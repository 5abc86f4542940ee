using System.Net;
using System.Text.Json.Nodes;

namespace FlowKernel.Serve.Tests.DataExplorer;

public sealed class FramesTests(ServedSample sample)
{
    [Fact]
    public async Task AnAnswerHasTheFramesOfKustoInTheirOrder()
    {
        var answer = await sample.FramesAsync("print a = 1");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(
            ["DataSetHeader", "DataTable", "DataTable", "DataTable", "DataSetCompletion"],
            answer.Json.AsArray().Select(f => (string)f!["FrameType"]!));
        Assert.Equal(
            ["QueryProperties", "PrimaryResult", "QueryCompletionInformation"],
            answer.Frames("DataTable").Select(f => (string)f["TableKind"]!));
        Assert.False((bool)answer.Frames("DataSetCompletion").Single()["HasErrors"]!);
    }

    [Fact]
    public async Task EachTypeIsWrittenAsKustoWritesIt()
    {
        var answer = await sample.FramesAsync(
            """
            print b = true, i = int(42), l = 9223372036854775807, r = 1.5, nan = real(nan), d = decimal(1.25), s = "ü<",
                t = datetime(2024-04-23T10:30:00.123456Z), span = 1d + 2h, g = guid(74be27de-1e4e-49d9-b579-fe0b331d3642),
                o = dynamic({"a":[1,"x"]}), none = long(null)
            """);

        Assert.Equal(
            """
            [true,42,9223372036854775807,1.5,"NaN","1.25","ü<","2024-04-23T10:30:00.1234560Z","1.02:00:00",
            """.Trim()
            + """
            "74be27de-1e4e-49d9-b579-fe0b331d3642",{"a":[1,"x"]},null]
            """,
            answer.Primary["Rows"]![0]!.ToJsonString(Relaxed));
        Assert.Equal(
            ["bool", "int", "long", "real", "real", "decimal", "string", "datetime", "timespan", "guid", "dynamic", "long"],
            answer.Primary["Columns"]!.AsArray().Select(c => (string)c!["ColumnType"]!));
    }

    [Fact]
    public async Task WhatRenderAsksForStandsAmongTheProperties()
    {
        var answer = await sample.FramesAsync(
            "datatable(a:string, n:long) ['x', 1] | render barchart with (title='Bytes', kind=stacked, ymin=2)");

        var row = answer.Frames("DataTable")[0]["Rows"]![0]!.AsArray();
        var visualization = JsonNode.Parse((string)row[2]!)!;
        Assert.Equal((1, "Visualization"), ((int)row[0]!, (string)row[1]!));
        Assert.Equal("barchart", (string)visualization["Visualization"]!);
        Assert.Equal("Bytes", (string)visualization["Title"]!);
        Assert.Equal("stacked", (string)visualization["Kind"]!);
        Assert.Equal(2, (double)visualization["Ymin"]!);
    }

    [Fact]
    public async Task AProgressiveAnswerBringsRowsInFragmentsAndTellsHowFarItIs()
    {
        var answer = await sample.FramesAsync(
            "range x from 1 to 25000 step 1", Asking.Option("results_progressive_enabled", true));

        Assert.True((bool)answer.Frames("DataSetHeader").Single()["IsProgressive"]!);
        Assert.Equal([10000, 10000, 5000], answer.Frames("TableFragment").Select(f => f["Rows"]!.AsArray().Count));
        Assert.Equal([40, 80, 100], answer.Frames("TableProgress").Select(f => (double)f["TableProgress"]!));
        Assert.Equal(25000, (int)answer.Frames("TableCompletion").Single()["RowCount"]!);
    }

    [Fact]
    public async Task SeveralResultsAreSeveralPrimaryTables()
    {
        var answer = await sample.FramesAsync("print a = 1; print b = 'x' | render card");

        var tables = answer.Frames("DataTable").Where(f => (string)f["TableKind"]! == "PrimaryResult").ToList();
        Assert.Equal(["[[1]]", """[["x"]]"""], tables.Select(t => t["Rows"]!.ToJsonString()));
        Assert.Equal([1, 2], tables.Select(t => (int)t["TableId"]!));
        Assert.Contains("card", (string)answer.Frames("DataTable")[0]["Rows"]![1]![2]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheClientsIdComesBackAndTheActivityIsNew()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v2/rest/query")
        {
            Content = System.Net.Http.Json.JsonContent.Create(Asking.Body("print 1", null)),
            Headers = { { "x-ms-client-request-id", "me;1" } },
        };
        using var response = await sample.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(["me;1"], response.Headers.GetValues("x-ms-client-request-id"));
        Assert.True(Guid.TryParse(response.Headers.GetValues("x-ms-activity-id").Single(), out _));
    }

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
