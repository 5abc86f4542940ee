namespace FlowKernel.Cli.Tests.Checking;

public sealed class SourceCheckTests(CheckedFiles files) : IClassFixture<CheckedFiles>
{
    [Theory]
    [InlineData("NTANetAnalytics | take 5\n\nNTANetAnalytics | tak 5\n", "KS176 3:19 tak")]
    [InlineData("// a comment alone\n\nNTANetAnalytics | tak 5", "KS176 3:19 tak")]
    [InlineData("let a = 1;\n\nNTANetAnalytics\n\n| where SrcIpp == a", "KS142 5:9 SrcIpp")]
    [InlineData("declare query_parameters(ip:string);\nNTANetAnalytics | where SrcIp == ipp", "KS142 2:34 ipp")]
    [InlineData("NTANetAnalytic | take 5", "KS204 1:1 NTANetAnalytic")]
    [InlineData("print ```\n\nx``` | tak 5", "KS176 3:8 tak")]
    public async Task AQueryFileIsCheckedQueryByQuery(string kql, string expected) =>
        Assert.Equal([expected], await files.FindingsInFileAsync("test.kql", kql));

    [Fact]
    public async Task ARecipeFileKnowsItsParameters() => Assert.Equal(
        ["KS142 5:42 ipp"],
        await files.FindingsInFileAsync(
            "recipe.kql",
            "// ---\n// title: A\n// param ip: string = 10.1.1.8 -- x\n// ---\n"
            + "NTANetAnalytics | where SrcIp in (ip,   \tipp)"));

    [Fact]
    public async Task AScriptIsCheckedAsACell() => Assert.Equal(
        ["KS142 2:52 DestPrt", "CS0103 3:1 nope"],
        await files.FindingsInFileAsync(
            "test.csx",
            "var ip = \"x\";\nawait Flow.Query($\"NTANetAnalytics | where {ip} == DestPrt\");\nnope();"));

    [Fact]
    public async Task OnlySyntaxAndQueriesOfAProgramAreJudged() => Assert.Equal(
        ["KS142 5:43 SrcIpp", "FK1111 8:54 port", "CS1733 9:8 ", "CS1002 9:8 "],
        await files.FindingsInFileAsync(
            "program.cs",
            """
            #:package Unknown.Package@1.0.0
            using Unknown.Things;
            using FlowKernel.Session;
            var flow = new Thing().MakeFlow();
            await flow.Query("NTANetAnalytics | where SrcIpp == 'x'");
            Flow real = null!;
            var port = 443;
            await real.Query($"NTANetAnalytics | where SrcIp == {port}");
            var x =
            """));

    [Fact]
    public async Task ProgramsSeeTheConstantsAndMarkedParametersOfOtherFiles()
    {
        files.File("app/Queries.cs", "static class Queries { public const string Top = \"NTANetAnalytics | tak 5\"; }");
        files.File(
            "app/Store.cs",
            "using System.Diagnostics.CodeAnalysis;\n"
            + "class Store { public void Ask([StringSyntax(\"Kql\")] string q) { } }");
        files.File("app/Use.cs", "class Use { void Run(Store s) => s.Ask(Queries.Top); }");
        var report = await files.CheckAsync(Path.Combine(files.Folder, "app"));
        var use = Assert.Single(report.Files, f => f.Diagnostics.Any());
        Assert.EndsWith("app/Use.cs", use.Path, StringComparison.Ordinal);
        Assert.Equal("Queries.Top", use.Content.Substring(use.Diagnostics.Single().Span.Start, 11));
    }
}
