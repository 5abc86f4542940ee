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
            "#!flowlogs --name flows --on prod --last 7d --param ip --param last --chart column --limit 500 "
            + "--explain --dry-run"));
        Assert.Equal(("flows", "prod", TimeSpan.FromDays(7)), (query.Name, query.On, query.Last));
        Assert.Equal(["ip", "last"], query.Parameters);
        Assert.Equal(("columnchart", 500, true, true), (query.Chart, query.Limit, query.Explain, query.DryRun));
    }

    [Fact]
    public void ARecipesParametersAreItsOptions()
    {
        var recipe = Assert.IsType<RecipeDirective>(
            Parse("#!flowlogs recipe vm-traffic --ip 10.1.1.8 --last 60d --name t"));
        Assert.Equal("vm-traffic", recipe.Recipe);
        Assert.Equal([new("ip", "10.1.1.8"), new("last", "60d")], recipe.Arguments);
        Assert.Equal("t", recipe.Options.Name);
    }

    [Fact]
    public void AConnectionAllowsThePlacesThatItsLineNames()
    {
        var connect = Assert.IsType<ConnectDirective>(
            Parse("#!flowlogs connect sample --allow-data ./lists --allow-data https://h.example/x"));
        Assert.Equal(["./lists", "https://h.example/x"], connect.AllowedData);
    }

    [Theory]
    [InlineData("#!flowlogs connect sample", "sample", "", null)]
    [InlineData("#!flowlogs connect local /data --as mine", "local", "/data", "mine")]
    [InlineData("#!flowlogs connect local \"my data\"", "local", "my data", null)]
    [InlineData("#!kql connect local C:\\flows\\ --as w", "local", "C:\\flows\\", "w")]
    [InlineData("#!flowlogs connect local @file", "local", "@file", null)]
    [InlineData("#!flowlogs connect workspace 11-22 --auth cli", "workspace", "11-22", null)]
    [InlineData("#!flowlogs connect kusto https://c.kusto/ db --as k", "kusto", "https://c.kusto/db", "k")]
    public void AConnectionHasAKindAndAName(string line, string kind, string argument, string? name)
    {
        var connect = Assert.IsType<ConnectDirective>(Parse(line));
        Assert.Equal((kind, argument, name), (connect.Kind, string.Concat(connect.Arguments), connect.As));
    }

    [Fact]
    public void WordsOfRecipesAreCollected() =>
        Assert.Equal(
            ["load", "balancer"], Assert.IsType<RecipesDirective>(Parse("#!flowlogs recipes load balancer")).Words);

    [Fact]
    public void TheTraceOfTheLastExceptionCanBeAskedFor() =>
        Assert.IsType<TraceDirective>(Parse("#!flowlogs trace"));

    [Fact]
    public void HelpNamesEveryForm()
    {
        var help = Assert.IsType<HelpDirective>(Parse("#!flowlogs help")).Help;
        Assert.Equal(
            [
                "#!flowlogs [options]", "#!flowlogs connect sample", "#!flowlogs connect local DIR",
                "#!flowlogs connect workspace ID", "#!flowlogs connect kusto URL DATABASE",
                "#!flowlogs recipe NAME --PARAMETER VALUE ...", "#!flowlogs recipes [WORDS]",
                "#!flowlogs schema [TABLE WORDS]", "#!flowlogs import PATH", "#!flowlogs export FILE.html",
                "#!flowlogs trace", "#!flowlogs help [NAME]",
            ],
            help.Forms.Select(f => f.Text));
        Assert.All(help.Forms.Concat(help.Options), use => Assert.EndsWith(".", use.Does));
        Assert.Contains("--name", help.Options.Select(o => o.Text));
    }

    [Theory]
    [InlineData("#!flow", "#!flowlogs")]
    [InlineData("#!flowlogs --na", "--name")]
    [InlineData("#!flowlogs re", "recipe,recipes")]
    [InlineData("#!flowlogs recipe vm-t", "vm-traffic,vm-traffic-geo")]
    [InlineData("#!flowlogs recipe vm-traffic --i", "--ip")]
    [InlineData("#!flowlogs --chart pie", "piechart")]
    public void WordsAreCompleted(string line, string expected) => Assert.Equal(
        expected.Split(','),
        Language.Complete(line, line.Length).Items.Select(i => i.Insert).Order(StringComparer.Ordinal));

    [Fact]
    public void NamesOfTheSessionAreProposed()
    {
        var language = new DirectiveLanguage(new DirectiveNames
        {
            Connections = () => ["prod"], Variables = () => ["ip"], Tables = () => ["NTANetAnalytics"],
        });
        Assert.Equal(["prod"], Labels("#!flowlogs --on "));
        Assert.Equal(["ip"], Labels("#!kql --name x --param "));
        Assert.Equal(["NTANetAnalytics"], Labels("#!flowlogs schema NTA"));

        IEnumerable<string> Labels(string line) => language.Complete(line, line.Length).Items.Select(i => i.Label);
    }

    [Fact]
    public void OptionsOfAFollowingLineAreAdded()
    {
        var first = Assert.IsType<QueryDirective>(Parse("#!flowlogs --name a --last 7d --param x --explain"));
        var both = first.And(Assert.IsType<QueryDirective>(Parse("#!flowlogs --name b --param y")));
        Assert.Equal(("b", TimeSpan.FromDays(7), true), (both.Name, both.Last, both.Explain));
        Assert.Equal(["x", "y"], both.Parameters);
    }

    [Theory]
    [InlineData("#!flowlogs recipe vm-traffic --help", "#!flowlogs recipe vm-traffic")]
    [InlineData("#!flowlogs help connect local", "#!flowlogs connect local DIR")]
    [InlineData("#!flowlogs help help", "#!flowlogs help [NAME]")]
    public void HelpExplainsOneCommand(string line, string form) =>
        Assert.Equal([form], Assert.IsType<HelpDirective>(Parse(line)).Help.Forms.Select(f => f.Text));

    [Theory]
    [InlineData("#!flowlogs help summarize", "summarize")]
    [InlineData("#!flowlogs help matches regex", "matches regex")]
    [InlineData("#!flowlogs help connect", null)]
    public void HelpOnWhatIsNoDirectiveIsATopic(string line, string? topic) =>
        Assert.Equal(topic, Assert.IsType<HelpDirective>(Parse(line)).Topic);

    [Fact]
    public void EveryDirectiveHasExamplesThatAreRight()
    {
        foreach (var name in new[] { "", "connect", "recipe", "recipes", "schema", "import", "export", "trace", "help" })
        {
            var help = Assert.IsType<HelpDirective>(Parse($"#!flowlogs help {name}")).Help;
            Assert.NotEmpty(help.SeeAlso);
            Assert.NotEmpty(help.Examples);
            Assert.All(help.Examples.Where(e => e.Text.StartsWith('#')), e => Parse(e.Text.Split('\n')[0]));
        }
    }

    [Theory]
    [InlineData("--last")]
    [InlineData("last")]
    public void AnOptionIsExplainedWithItsDashesAndWithout(string name)
    {
        var help = Language.Explain(name)!;
        Assert.Equal("Option --last", help.Title);
        Assert.Contains(help.Forms, f => f.Text == "--last DURATION"
            && f.Does == "Only rows of the last 7d, 12h or 30m. On `#!flowlogs`.");
        Assert.Contains(help.Forms, f => f.Does.StartsWith("How far back to look. Of the recipes `", StringComparison.Ordinal));
        Assert.EndsWith("On `#!flowlogs`, `#!flowlogs recipe NAME`.", Language.Explain("--chart")!.Forms.Single().Does);
        Assert.Equal(["`DURATION` is a length of time, such as `1h`, `1d`, `7d`, `30d`."], help.Notes);
    }

    [Fact]
    public void EveryOptionHasHelpWithAnExampleThatIsRight()
    {
        var options = Language.Names.Where(n => n.Text.StartsWith('-')).Select(n => n.Text).ToList();
        Assert.Superset(
            new HashSet<string>(["--last", "--as", "--auth", "--data", "--notebook", "--ip", "--explain"]), options.ToHashSet());
        foreach (var option in options)
        {
            var help = Language.Explain(option)!;
            Assert.All(help.Forms, f => Assert.EndsWith(".", f.Does));
            Assert.NotEmpty(help.Notes);
            Assert.NotEmpty(help.SeeAlso);
            Assert.Contains(option, help.Examples[0].Text);
            Parse(help.Examples[0].Text.Split('\n')[0]);
        }
    }

    [Fact]
    public void FactsAreAboutOptionsThatThereAre() => Assert.Subset(
        Language.Names.Select(n => n.Text).ToHashSet(), OptionFacts.All.Keys.ToHashSet());

    [Theory]
    [InlineData("")]
    [InlineData("connect local")]
    [InlineData("recipe vm-traffic")]
    public void DirectivesAreExplainedByTheirWords(string words) =>
        Assert.Equal($"#!flowlogs {words}".Trim(), Language.Explain(words)!.Title);

    [Theory]
    [InlineData("--nothing")]
    [InlineData("summarize")]
    [InlineData("connect-nothing")]
    public void OtherNamesAreNotExplained(string name) => Assert.Null(Language.Explain(name));

    [Theory]
    [InlineData("#!flow¦logs --last 7d", "#!flowlogs")]
    [InlineData("#!flowlogs con¦nect local ./x", "#!flowlogs connect")]
    [InlineData("#!flowlogs connect lo¦cal ./x", "#!flowlogs connect local")]
    [InlineData("#!flowlogs recipe vm-tr¦affic --ip 1.1.1.1", "vm-traffic")]
    [InlineData("#!flowlogs --la¦st 7d", "--last")]
    [InlineData("#!flowlogs --last 7¦d", "--last")]
    [InlineData("#!flowlogs --chart pie¦", "piechart")]
    [InlineData("#!flowlogs schema NTA¦NetAnalytics", "NTANetAnalytics")]
    [InlineData("#!flowlogs   ¦ --last 7d", null)]
    public void EachWordLeadsToItsHelp(string marked, string? name)
    {
        var offset = marked.IndexOf('¦');
        Assert.Equal(name, Language.TopicAt(marked.Remove(offset, 1), offset)?.Name);
    }

    [Theory]
    [InlineData("#!flowlogs --last ")]
    [InlineData("#!flowlogs recipe vm-traffic --last ")]
    public void UsualLengthsOfTimeAreProposed(string line) =>
        Assert.Equal(["1h", "1d", "7d", "30d"], Language.Complete(line, line.Length).Items.Select(i => i.Label));

    [Fact]
    public void SchemaTakesWords() => Assert.Equal(
        ["NTANetAnalytics", "bytes"],
        Assert.IsType<SchemaDirective>(Parse("#!flowlogs schema NTANetAnalytics bytes")).Words);

    private static Directive Parse(string line) => Language.Parse(line).OrThrow();
}
