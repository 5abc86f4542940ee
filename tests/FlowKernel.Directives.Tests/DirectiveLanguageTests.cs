using FlowKernel.Notebook.Directives;

namespace FlowKernel.Directives.Tests;

public sealed class DirectiveLanguageTests
{
    private static readonly DirectiveLanguage Language = new();

    [Fact]
    public void APlainLineAsksForAQueryOnTheCurrentConnection() =>
        Assert.Equal(new QueryDirective { Parameters = [] }.ToString(), Parse("#!flowlogs").ToString());

    [Fact]
    public void AllOptionsOfAQueryAreRead()
    {
        var query = Assert.IsType<QueryDirective>(Parse(
            "#!flowlogs --name flows --on prod --last 7d --param ip --param last --chart column --limit 500 --explain --dry-run"));
        Assert.Equal(("flows", "prod", TimeSpan.FromDays(7)), (query.Name, query.On, query.Last));
        Assert.Equal(["ip", "last"], query.Parameters);
        Assert.Equal(("columnchart", 500, true, true), (query.Chart, query.Limit, query.Explain, query.DryRun));
    }

    [Fact]
    public void ARecipesParametersAreItsOptions()
    {
        var recipe = Assert.IsType<RecipeDirective>(Parse("#!flowlogs recipe vm-traffic --ip 10.1.1.8 --last 60d --name t"));
        Assert.Equal("vm-traffic", recipe.Recipe);
        Assert.Equal([new("ip", "10.1.1.8"), new("last", "60d")], recipe.Arguments);
        Assert.Equal("t", recipe.Options.Name);
    }

    [Theory]
    [InlineData("#!flowlogs connect sample", "sample", "", null)]
    [InlineData("#!flowlogs connect local /data --as mine", "local", "/data", "mine")]
    [InlineData("#!flowlogs connect local \"my data\"", "local", "my data", null)]
    public void AConnectionHasAKindAndAName(string line, string kind, string argument, string? name)
    {
        var connect = Assert.IsType<ConnectDirective>(Parse(line));
        Assert.Equal((kind, argument, name), (connect.Kind, string.Concat(connect.Arguments), connect.As));
    }

    [Fact]
    public void WordsOfRecipesAreCollected() =>
        Assert.Equal(["load", "balancer"], Assert.IsType<RecipesDirective>(Parse("#!flowlogs recipes load balancer")).Words);

    [Fact]
    public void HelpNamesEveryForm()
    {
        var help = Assert.IsType<HelpDirective>(Parse("#!flowlogs help")).Text;
        Assert.All(["--name", "--last", "connect sample", "recipe NAME", "schema", "import"], word => Assert.Contains(word, help));
    }

    [Theory]
    [InlineData("#!flowlogs --nmae x", "FK0410: #!flowlogs does not know the option '--nmae' here. Did you mean '--name'?", 11, 6)]
    [InlineData("#!flowlogs conect sample", "FK0410: #!flowlogs does not know the word 'conect' here. Did you mean 'connect'?", 11, 6)]
    [InlineData("#!flowlogs --last soon", "FK0411: 'soon' is not a length of time: write 7d, 12h or 30m. See: #!flowlogs help", 18, 4)]
    [InlineData("#!flowlogs --chart pi", "FK0411: 'pi' is not a kind of chart: write one of table, columnchart, barchart, piechart, linechart, timechart, areachart, stackedareachart, scatterchart, card. See: #!flowlogs help", 19, 2)]
    [InlineData("#!flowlogs --name 1x", "FK0411: '1x' cannot be a name: it must be letters, digits and _, and begin with a letter or _. See: #!flowlogs help", 18, 2)]
    [InlineData("#!flowlogs recipe vm-trafic", "FK0410: #!flowlogs does not know the word 'vm-trafic' here. Did you mean 'vm-traffic'?", 18, 9)]
    public void AMistakePointsAtItsWord(string line, string message, int start, int length)
    {
        var diagnostic = Language.Parse(line).Diagnostics[0];
        Assert.Equal(message, $"{diagnostic.Code}: {diagnostic.Message} {diagnostic.Hint}");
        Assert.Equal((start, length), (diagnostic.Span.Start, diagnostic.Span.Length));
    }

    [Theory]
    [InlineData("#!flow", "#!flowlogs")]
    [InlineData("#!flowlogs --na", "--name")]
    [InlineData("#!flowlogs re", "recipe,recipes")]
    [InlineData("#!flowlogs recipe vm-t", "vm-traffic,vm-traffic-geo")]
    [InlineData("#!flowlogs recipe vm-traffic --i", "--ip")]
    [InlineData("#!flowlogs --chart pie", "piechart")]
    public void WordsAreCompleted(string line, string expected) => Assert.Equal(
        expected.Split(','), Language.Complete(line, line.Length).Items.Select(i => i.Insert).Order(StringComparer.Ordinal));

    private static Directive Parse(string line) => Language.Parse(line).OrThrow();
}
