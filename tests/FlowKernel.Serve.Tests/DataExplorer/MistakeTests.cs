using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace FlowKernel.Serve.Tests.DataExplorer;

public sealed class MistakeTests(ServedSample sample)
{
    [Fact]
    public async Task AMistakeInAQueryHasItsCodeSentencePlaceAndWayOut()
    {
        var answer = await sample.FramesAsync("NTANetAnalytics\n| where SrcIpp == 'x'");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("General_BadRequest", (string)answer.Error["code"]!);
        Assert.True((bool)answer.Error["@permanent"]!);
        Assert.EndsWith(
            "Semantic error: KS142: The name 'SrcIpp' does not refer to any known column, table, variable or function. "
            + "Did you mean 'SrcIp'? [line:position=2:9]",
            (string)answer.Error["@message"]!);
        Assert.Equal("KS142", (string)answer.Error["innererror"]!["@errorCode"]!);
        Assert.Equal((2, 9), ((int)answer.Error["innererror"]!["line"]!, (int)answer.Error["innererror"]!["pos"]!));
    }

    [Fact]
    public async Task WhatTheEngineDoesNotRunIsAMistakeToo()
    {
        var answer = await sample.TablesAsync("NTANetAnalytics | evaluate python(typeof(*), 'x')");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.StartsWith("FK01", (string)answer.Error["innererror"]!["code"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnknownDatabaseIsNotFound()
    {
        var answer = await sample.PostAsync(
            "/v2/rest/query", new JsonObject { ["db"] = "other", ["csl"] = "print 1" });

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains("The database here is 'flows'.", (string)answer.Error["@message"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("NetDefaultDB")]
    [InlineData("FLOWS")]
    public async Task ARequestThatNamesNoDatabaseOrTheUsualOneMeansThisOne(string? database)
    {
        var answer = await sample.PostAsync("/v2/rest/query", new JsonObject { ["db"] = database, ["csl"] = "print 1" });
        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"db":"flows"}""")]
    [InlineData("""{"csl":"print 1","properties":"{"}""")]
    [InlineData("""{"csl":"print 1","properties":7}""")]
    public async Task ABodyThatCannotBeReadIsRefused(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v2/rest/query")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        var answer = await sample.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.StartsWith("FK1601", (string)answer.Error["@message"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v3/rest/query")]
    [InlineData("/v2/rest/query")]
    [InlineData("/index.html")]
    public async Task APathThatMeansNothingIsNotFound(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        var answer = await sample.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.StartsWith("FK1612", (string)answer.Error["@message"]!, StringComparison.Ordinal);
    }
}
