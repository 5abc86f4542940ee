using System.Net;
using System.Text.Json.Nodes;

namespace FlowKernel.Serve.Tests.DataExplorer;

public sealed class ParameterTests(ServedSample sample)
{
    [Theory]
    [InlineData("long", "42", "42")]
    [InlineData("long", "\"42\"", "42")]
    [InlineData("long", "\"long(42)\"", "42")]
    [InlineData("int", "\"int(null)\"", "null")]
    [InlineData("real", "\"real(nan)\"", "\"NaN\"")]
    [InlineData("real", "1.5", "1.5")]
    [InlineData("bool", "true", "true")]
    [InlineData("string", "\"plain\"", "\"plain\"")]
    [InlineData("string", "\"'quoted'\"", "\"quoted\"")]
    [InlineData("string", "\"\\\"a\\\\nb\\\"\"", "\"a\\nb\"")]
    [InlineData("string", "\"' | take 0 //\"", "\"' | take 0 //\"")]
    [InlineData("datetime", "\"datetime(2024-04-23)\"", "\"2024-04-23T00:00:00.0000000Z\"")]
    [InlineData("datetime", "\"2024-04-23T01:00:00Z\"", "\"2024-04-23T01:00:00.0000000Z\"")]
    [InlineData("timespan", "\"time(1.02:00:00)\"", "\"1.02:00:00\"")]
    [InlineData("timespan", "\"90m\"", "\"01:30:00\"")]
    [InlineData("guid", "\"guid(74be27de-1e4e-49d9-b579-fe0b331d3642)\"", "\"74be27de-1e4e-49d9-b579-fe0b331d3642\"")]
    [InlineData("dynamic", "{\"a\":[1]}", "{\"a\":[1]}")]
    [InlineData("dynamic", "\"dynamic([1,2])\"", "[1,2]")]
    [InlineData("decimal", "\"1.25\"", "\"1.25\"")]
    public async Task AValueIsReadAsTheTypeThatIsDeclared(string type, string json, string expected)
    {
        var answer = await sample.FramesAsync($"declare query_parameters(p:{type}); print x = p", Given(json));

        var row = answer.Primary["Rows"]![0]!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), row[0]), row.ToJsonString());
        Assert.Equal(type, (string)answer.Primary["Columns"]![0]!["ColumnType"]!);
    }

    [Fact]
    public async Task AValueOfAnotherTypeIsRefused()
    {
        var answer = await sample.FramesAsync("declare query_parameters(p:long); print p", Given("\"many\""));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("'p' is declared as long", (string)answer.Error["@message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AParameterThatIsNotDeclaredIsNoName()
    {
        var answer = await sample.FramesAsync("print p", Given("1"));
        Assert.Equal("KS142", (string)answer.Error["innererror"]!["code"]!);
    }

    [Fact]
    public async Task AParameterWithoutAValueHasItsDefault()
    {
        var answer = await sample.FramesAsync("declare query_parameters(p:long, q:long = 7); print p + q", Given("1"));
        Assert.Equal("[[8]]", answer.Primary["Rows"]!.ToJsonString());
    }

    private static JsonObject Given(string json) =>
        new() { ["Parameters"] = new JsonObject { ["p"] = JsonNode.Parse(json) } };
}
