using FlowKernel.Session;
using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Directives;
using Microsoft.DotNet.Interactive.Events;

namespace FlowKernel.Interactive.Tests;

[Collection("one bridge at a time")]
public sealed class ExtensionTests(LoadedExtension extension) : IClassFixture<LoadedExtension>
{
    private const string Rows = "range x from 1 to 3 step 1";

    [Fact]
    public void EachBlockCompilesWithoutErrors() => Assert.DoesNotContain(
        LoadedExtension.Compile().Compile(TestContext.Current.CancellationToken),
        d => d.Severity == DiagnosticSeverity.Error);

    [Fact]
    public void NoBlockHasUsingsThatWouldStayInTheSession() =>
        Assert.All(LoadedExtension.Blocks, block => Assert.DoesNotMatch(@"(?m)^\s*using [\w.]+;", block));

    [Fact]
    public void OnlyFlowStaysInTheSession() =>
        Assert.Equal("Flow", Assert.Single(extension.Variables).Name);

    [Fact]
    public void LoadingEndsWithALineThatSaysSo()
    {
        var said = Assert.IsType<DisplayedValueProduced>(Assert.Single(extension.Loading.Events));
        Assert.StartsWith("FlowKernel loaded, try #!flowlogs", Assert.Single(said.FormattedValues).Value);
    }

    [Fact]
    public void CommandsAreKnownByTheirDirectiveOnly()
    {
        var directives = extension.Root.KernelInfo.SupportedDirectives;
        Assert.DoesNotContain(directives, d => !d.Name.StartsWith("#!", StringComparison.Ordinal));
        var flowlogs = Assert.IsType<KernelActionDirective>(directives.Single(d => d.Name == "#!flowlogs"));
        Assert.Contains("connect", flowlogs.Subcommands.Select(c => c.Name));
    }

    [Fact]
    public void PlacesToConnectToAreProposed()
    {
        var flowlogs = (KernelActionDirective)extension.Root.KernelInfo.SupportedDirectives
            .Single(d => d.Name == "#!flowlogs");
        var words = flowlogs.Subcommands.Single(c => c.Name == "connect").Parameters.Single(p => p.AllowImplicitName);
        Assert.Contains("sample", words.Completions);
    }

    [Fact]
    public void OptionsKnowWhetherTheyTakeAValue()
    {
        var options = extension.Kql.KernelSpecifierDirective.Parameters.ToDictionary(p => p.Name, p => p.Flag);
        Assert.True(options["--explain"]);
        Assert.False(options["--name"]);
    }

    [Fact]
    public async Task MistakesFailTheCommandWithTheUsersOwnLine()
    {
        var cell = new SubmitCode("");
        var ended = await extension.DirectAsync("#!flowlogs conect sample", "#!flowlogs", cell);
        Assert.Contains("#!flowlogs conect sample", ended.Failure);
        Assert.Contains("Did you mean 'connect'?", ended.Failure);
    }

    [Fact]
    public async Task ACommandWithoutArgumentsIsRunThoughTheHostDropsItsName()
    {
        var ended = await extension.DirectAsync("#!flowlogs", "#!flowlogs help", new SubmitCode(""));
        var shown = Assert.IsType<DisplayedValueProduced>(Assert.Single(ended.Events));
        Assert.Contains("connect sample", shown.FormattedValues.Single(f => f.MimeType == "text/plain").Value);
    }

    [Fact]
    public void TheHostsNameForWordsIsNoPartOfTheLine() => Assert.Equal(
        "#!flowlogs connect sample", HostDirectives.LineOf("Directive: #!flowlogs connect --words sample", "connect"));

    [Fact]
    public async Task CSharpWithoutADirectiveStaysCSharp() =>
        Assert.True((await extension.SubmitCSharpAsync(new SubmitCode("1 + 1") { Parent = new SubmitCode("") })).IsCSharp);

    [Fact]
    public async Task KqlBelowADirectiveIsRunAndNotCompiledAsCSharp()
    {
        var cell = new SubmitCode("");
        await extension.DirectAsync("#!flowlogs --limit 2", "#!flowlogs", cell);
        var (context, isCSharp) = await extension.SubmitCSharpAsync(new SubmitCode(Rows) { Parent = cell });
        Assert.False(isCSharp);
        // There is no connection in this test, and KQL says so.
        Assert.Contains("FK0501", context.Failure);
    }

    [Fact]
    public async Task CompletionProposesTablesInTheirPlace()
    {
        var found = await extension.SendAsync<RequestCompletions, CompletionsProduced>(
            new RequestCompletions("NTANet", new LinePosition(0, 6)));
        Assert.Contains("NTANetAnalytics", found.Completions.Select(c => c.DisplayText));
        Assert.Equal(new LinePositionSpan(new LinePosition(0, 0), new LinePosition(0, 6)), found.LinePositionSpan);
    }

    [Fact]
    public async Task ProposalsKeepTheirOrderWhereEditorsSort()
    {
        const string Query = "NTANetAnalytics | where TimeGenerated > ";
        var found = await extension.SendAsync<RequestCompletions, CompletionsProduced>(
            new RequestCompletions(Query, new LinePosition(0, Query.Length)));
        var given = found.Completions.Select(c => c.InsertText).ToList();
        Assert.Equal("ago(", given[0]);
        Assert.Equal(given, found.Completions.OrderBy(c => c.SortText, StringComparer.Ordinal).Select(c => c.InsertText));
    }

    [Theory]
    [InlineData("#!flowlogs --limit 5\n", true)]
    [InlineData("#!flowlogs\n#!set --name ip --value @csharp:ip\n", true)]
    [InlineData("var x = 1;\n#!flowlogs\n\n", true)]
    [InlineData("#!flowlogs\nT\n#!csharp\n", false)]
    [InlineData("", false)]
    public async Task EditorsGetKqlBelowADirectiveAndCSharpElsewhere(string above, bool isKql)
    {
        const string Part = "NTANet";
        var place = new LinePosition(0, 6);
        var (asked, isCSharp) = await extension.AskCSharpAsync(
            new RequestCompletions(Part, place), new RequestCompletions(above + Part, place));
        Assert.Equal(!isKql, isCSharp);
        if (isKql)
            Assert.Contains("NTANetAnalytics", Assert.IsType<CompletionsProduced>(Assert.Single(asked.Events)).Completions.Select(c => c.DisplayText));
        (_, isCSharp) = await extension.AskCSharpAsync(new RequestDiagnostics(Part), new RequestDiagnostics(above + Part));
        Assert.Equal(!isKql, isCSharp);
    }

    [Fact]
    public async Task HoverExplainsAColumn()
    {
        var hover = await extension.SendAsync<RequestHoverText, HoverTextProduced>(
            new RequestHoverText("NTANetAnalytics\n| where SrcIp == 'x'", new LinePosition(1, 9)));
        Assert.Contains("SrcIp", hover.Content.First().Value);
        Assert.Equal(1, hover.LinePositionSpan!.Start.Line);
    }

    [Fact]
    public async Task SignatureHelpMarksTheParameterBeingWritten()
    {
        const string Kql = "NTANetAnalytics | summarize count() by bin(TimeGenerated, ";
        var help = await extension.SendAsync<RequestSignatureHelp, SignatureHelpProduced>(
            new RequestSignatureHelp(Kql, new LinePosition(0, Kql.Length)));
        Assert.StartsWith("bin(", Assert.Single(help.Signatures).Label);
        Assert.Equal(1, help.ActiveParameterIndex);
    }

    [Fact]
    public async Task ValuesHandedOverComeBackAndAreListed()
    {
        await extension.SendAsync(new SendValue("suspect", "10.1.1.8"));
        var value = await extension.SendAsync<RequestValue, ValueProduced>(new RequestValue("suspect"));
        Assert.Equal("10.1.1.8", value.Value);
        Assert.Equal("\"10.1.1.8\"", value.FormattedValue.Value);
        var infos = await extension.SendAsync<RequestValueInfos, ValueInfosProduced>(new RequestValueInfos());
        Assert.Contains("suspect", infos.ValueInfos.Select(i => i.Name));
    }

    [Fact]
    public async Task AnUnknownValueIsAMistakeWithAWayOut() =>
        Assert.Contains("FK1402", (await extension.SendAsync(new RequestValue("nothing"))).Failure);

    [Fact]
    public void FlowIsTheSessionOfTheBridge() =>
        Assert.IsType<Flow>(Assert.Single(extension.Variables).Value);
}
