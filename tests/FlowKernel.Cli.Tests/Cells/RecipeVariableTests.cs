namespace FlowKernel.Cli.Tests.Cells;

/// <summary>Recipes take their parameters from C# variables, with the types checked.</summary>
public sealed class RecipeVariableTests : IAsyncDisposable
{
    private readonly CellSession _session = new();

    [Theory]
    [InlineData("var ip = \"10.1.1.4\";", "--param ip")]
    [InlineData("var suspect = \"10.1.1.4\";", "--param ip=suspect")]
    [InlineData("var ip = \"10.1.1.4\"; var last = TimeSpan.FromDays(60);", "--param ip --param last")]
    public async Task AVariableTakesThePlaceOfTheDefault(string declaration, string options)
    {
        await _session.RunAsync("#!flowlogs connect sample");
        await _session.RunAsync(declaration);
        var written = await _session.RunAsync("#!flowlogs recipe vm-traffic --ip 10.1.1.4 --last 60d");
        var handed = await _session.RunAsync($"#!flowlogs recipe vm-traffic {options}");
        Assert.StartsWith("SrcIp", handed);
        Assert.Contains("10.1.1.4", handed);
        Assert.DoesNotContain("10.1.1.8 ", handed);
        Assert.Equal(Rows(written), Rows(handed));
    }

    [Fact]
    public async Task AVariableOfAnotherTypeIsNamed()
    {
        await _session.RunAsync("#!flowlogs connect sample");
        await _session.RunAsync("var ip = 5;");
        var error = await _session.ErrorOfAsync("#!flowlogs recipe vm-traffic --param ip");
        Assert.Equal(
            "FK0212: The parameter 'ip' of recipe 'vm-traffic' is a string; the C# variable 'ip' of type int is not one.",
            error.Sentence);
        Assert.Equal("ip", error.Marked);
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    private static IEnumerable<string> Rows(string? shown) =>
        shown!.Split('\n').Where(line => line.StartsWith("10.", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
