using FlowKernel.Diagnostics;

namespace FlowKernel.Cli.Tests.Checking;

public sealed class NotebookCheckTests(CheckedFiles files) : IClassFixture<CheckedFiles>
{
    private const string Connect = "#!flowlogs connect sample";
    private const string Good =
        "#!flowlogs --name good\nNTANetAnalytics\n| summarize TotalBytes = sum(BytesSrcToDest) by SrcIp";

    public static TheoryData<string[], string> Mistakes { get; } = new()
    {
        { [Connect, "#!flowlogs\nNTANetAnalytics\n| where DestIpp == ''"], "KS142 2:3:9 DestIpp" },
        { [Connect, "#!flowlogs\nNTANetAnalytic | take 5"], "KS204 2:2:1 NTANetAnalytic" },
        { [Connect, "#!flowlogs\nNTANetAnalytics | tak 5"], "KS176 2:2:19 tak" },
        { ["#!flowlogs conect sample"], "FK0410 1:1:12 conect" },
        { [Connect, "#!flowlogs --on prod\nNTANetAnalytics"], "FK0502 2:1:17 prod" },
        { [Connect, "#!flowlogs --chart nochart\nNTANetAnalytics"], "FK0411 2:1:20 nochart" },
        { [Connect, "#!flowlogs recipe vm-traffic --ipp 10.1.1.8"], "FK0410 2:1:30 --ipp" },
        { [Connect, "#!flowlogs recipe vm-traffic --last xyz"], "FK0212 2:1:37 xyz" },
        { [Connect, "var ipp = \"\";", "#!flowlogs recipe vm-traffic --param ipp"], "FK0211 3:1:38 ipp" },
        { [Connect, "var ip = 5;", "#!flowlogs recipe vm-traffic --param ip"], "FK0212 3:1:38 ip" },
        { [Connect, "#!flowlogs recipe vm-traffic --on prod"], "FK0502 2:1:35 prod" },
        { [Connect, "#!flowlogs recipe vm-traffic --param ip"], "FK1101 2:1:38 ip" },
        { [Connect, "#!flowlogs schema NTANetAnalytic"], "FK0505 2:1:1 #!flowlogs schema NTANetAnalytic" },
        { [Connect, Good, "good.Where(g => g.TotalByte > 1).Count()"], "CS1061 3:1:19 TotalByte" },
        { [Connect, Good, "#!flowlogs\ngood\n| where TotalByte > 5"], "KS142 3:3:9 TotalByte" },
        { [Connect, Good, "#!flowlogs\ngood | where SrcIp == 'x'\n| extend a = SrcPort"], "KS142 3:3:14 SrcPort" },
        {
            [Connect, "#!flowlogs --name f\nNTANetAnalytics | fork (summarize n = count()) (take 1)",
                "#!flowlogs\nf | where n > 1 and m > 1"],
            "KS142 3:2:21 m"
        },
        {
            [Connect, "var ports = new[] { 443 };", "#!flowlogs --param ports\nNTANetAnalytics | where SrcIp in (ports)"],
            "FK1111 3:2:35 ports"
        },
        { [Connect, Good, "#!flowlogs --param good\nNTANetAnalytics"], "FK1108 3:1:20 good" },
        { [Connect, "#!flowlogs --param nope\nNTANetAnalytics"], "FK1101 2:1:20 nope" },
        { [Connect, "var ip = 5;", "#!flowlogs --param ip\nNTANetAnalytics | where SrcIp == ip"], "FK1111 3:2:34 ip" },
        { [Connect, "var s = new MemoryStream();", "#!flowlogs --param s\nNTANetAnalytics"], "FK0414 3:1:20 s" },
        { [Connect, "var a = 1;", "Console.WriteLine(a + b);"], "CS0103 3:1:23 b" },
        { [Connect, "await Flow.Query(\"NTANetAnalytics | where SrcIpp == 'x'\")"], "KS142 2:1:43 SrcIpp" },
        { [Connect, "var n = 1;", "await Flow.Query($\"NTANetAnalytics | where SrcIp == {n}\")"], "FK1111 3:1:54 n" },
        { [Connect, "var t = \"T\";", "await Flow.Query($\"{t} | take 5\")"], "FK1207 3:1:21 t" },
        {
            [Connect, "await Flow.Query(\"NTANetAnalytics | where DestPort == p\", new { p = \"\" })"],
            "FK1111 2:1:55 p"
        },
        { ["#!flowlogs connect workspace 1\nNTANetAnalytic | take 5"], "KS204 1:2:1 NTANetAnalytic" },
        { ["#!flowlogs connect kusto https://localhost Db\nStorms | sumarize count()"], "KS176 1:2:10 sumarize" },
        {
            [Connect, "Flow.Table(\"s\", new[] { new { Ip = \"x\", Hits = 1 } });", "#!flowlogs\ns | where Ipp == 'x'"],
            "KS142 3:2:11 Ipp"
        },
        {
            [Connect, "Flow.Table(\"s\", new[] { (1, 2) }); await Flow.Query(\"s | where Item3 == 1\")"],
            "KS142 2:1:64 Item3"
        },
        {
            [Connect, "static class My { public const string Q = \"print 1 | tak 5\"; }", "await Flow.Query(My.Q)"],
            "KS176 3:1:18 My.Q"
        },
        { ["#!bash\nls"], "FK0401 1:1:1 #!bash" },
        { ["?nosuchthing"], "FK1301 1:1:2 nosuchthing" },
        { [Connect, "#!flowlogs help nosuch"], "FK1301 2:1:17 nosuch" },
        { [Connect, "#load \"missing.csx\""], "FK1012 2:1:8 missing.csx" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task AMistakeIsFoundInItsCellAtItsPlace(string[] cells, string expected) =>
        Assert.Equal(expected, Assert.Single(await ErrorsAsync(cells)));

    [Theory]
    [InlineData("#!flowlogs --name later\nNTANetAnalytics | where Nope == 1", "later.Where(l => l.Any > 1).Count()")]
    [InlineData("#!flowlogs --name later\nNTANetAnalytics | where Nope == 1", "#!flowlogs\nlater | where Any > 1")]
    [InlineData("var bad = undefined1; var fine = 5;", "Console.WriteLine(bad + fine);")]
    [InlineData("int Twice(int x) => undefined1 * 2;", "Twice(3)")]
    [InlineData("var s = 1;\nundefined1();", "#!flowlogs --param s\nNTANetAnalytics | where DestPort == s")]
    public async Task AMistakeIsNotBlamedOnTheCellsBelow(string wrong, string below) =>
        Assert.Single(await ErrorsAsync(Connect, wrong, below));

    [Theory]
    [InlineData("Flow.Keep(\"kept\", await Flow.Query(\"NTANetAnalytics\"));", "#!flowlogs\nkept | where Any > 1")]
    [InlineData("Flow.Keep(\"k\", await Flow.Query(\"NTANetAnalytics\")); await Flow.Query(\"k | where Any > 1\")", "")]
    [InlineData(
        "#!flowlogs connect workspace 1", "#!flowlogs\nBeats | where Host == 'x' | join (Event) on Host")]
    [InlineData("#!flowlogs connect kusto https://local Db", "await Flow.Query(\"Storms | where A == 1\").On(\"Db\")")]
    [InlineData("#!flowlogs connect local ./somewhere", "await Flow.Query(\"NTANetAnalytics\").On(\"somewhere\")")]
    [InlineData(
        "#!flowlogs --name bag\nprint d = dynamic({\"a\":1}) | evaluate bag_unpack(d)",
        "bag.Count(b => b.a > 0)\n#!flowlogs --name next\nbag | where a > 0\n#!flowlogs\nnext | where z == 1")]
    [InlineData("#!flowlogs recipes traffic", "#!flowlogs recipe vm-traffic --ip 10.1.1.8 --name vm\n")]
    [InlineData("?Console", "?summarize")]
    [InlineData("var mine = new List<int>();", "?mine")]
    [InlineData("#!flowlogs help --last", "?")]
    [InlineData("?WithIpDetails", "SrcIp?")]
    public async Task WhatRunsIsNoMistake(string first, string second) =>
        Assert.Empty(await ErrorsAsync(Connect, first, second));

    [Theory]
    [InlineData("int[] v = [1];", "SrcIp in (v)", "int[]", "string")]
    [InlineData("var v = Enumerable.Range(0, 3);", "SrcIp in (v)", "IEnumerable<int>", "string")]
    [InlineData("IPAddress v = null!;", "DestPort == v", "IPAddress", "int")]
    [InlineData("DateTime? v = null;", "SrcIp == v", "DateTime?", "string")]
    [InlineData("ChartKind v = default;", "DestPort == v", "ChartKind", "int")]
    public async Task AVariablesTypeIsCalledAsInTheSource(string csharp, string use, string type, string column)
    {
        var report = await files.CheckAsync(
            files.Notebook("named.ipynb", Connect, csharp, $"#!flowlogs --param v\nNTANetAnalytics | where {use}"));
        Assert.Equal(
            $"The C# variable 'v' of type {type} is compared with {use.Split(' ')[0]}, which is {column}.",
            Assert.Single(report.Files.SelectMany(f => f.Diagnostics)).Message);
    }

    [Fact]
    public async Task OtherLanguagesAreNotedAndSkipped() => Assert.Equal(
        ["FK1224 1:1:1 %%bash", "FK1224 2:1:1 %matplotlib inline", "FK1224 3:2:1 !ls 'x"],
        await files.FindingsInAsync("%%bash\nls 'x", "%matplotlib inline", "\n!ls 'x"));

    [Fact]
    public async Task MistakesInACellThatMayFailAreNotes()
    {
        var path = files.File("lesson.ipynb", """
            {"cells":[{"cell_type":"code","metadata":{"tags":["raises-exception"]},"outputs":[],"execution_count":null,
            "source":"#!flowlogs connect sample\nNTANetAnalytics | tak 5"},{"cell_type":"code","metadata":{},"outputs":[],
            "execution_count":null,"source":"#!flowlogs\nNTANetAnalytics | sumarize count()"}],
            "metadata":{},"nbformat":4,"nbformat_minor":5}
            """);
        var report = await files.CheckAsync(path);
        Assert.Equal(
            [Severity.Information, Severity.Error],
            report.Files.SelectMany(f => f.Diagnostics).Where(d => d.Code == "KS176").Select(d => d.Severity));
        Assert.Equal(1, report.Errors);
    }

    [Fact]
    public async Task AMissingConnectionIsToldOnce() => Assert.Equal(
        ["FK0501 1:1:1 #!flowlogs"],
        await files.FindingsInAsync("#!flowlogs\nNTANetAnalytics", "#!flowlogs\nNTANetAnalytics | take 5"));

    [Fact]
    public async Task APackageThatIsNotHereIsOneWarning()
    {
        var found = await files.FindingsInAsync(
            "#r \"nuget: No.Such.Package, 1.0.0\"\nusing No.Such;\nvar a = Such.Make();", "a.Run(); Other.Run(a);",
            "var c = (string)5;");
        Assert.Equal(["FK1002 1:1:12 No.Such.Package", "CS0030 3:1:9 (string)5"], found);
    }

    [Fact]
    public async Task ScriptsThatCellsLoadAreKnown()
    {
        files.File("tools.csx", "int Twice(int x) => 2 * x;");
        Assert.Equal(
            ["CS0103 1:2:12 Thrice"], await files.FindingsInAsync("#load \"tools.csx\"\nTwice(3) + Thrice(2)"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WhatIsWrongInALoadedFileIsToldOnce(bool fileToo)
    {
        const string Load = "#load \"wrong.csx\"";
        var script = files.File("wrong.csx", "await Flow.Query(\"NTANetAnalytics | tak 5\");\nint y = \"a\";");
        var notebook = files.Notebook("loads.ipynb", Connect, Load, Load + "\nvar n = 1;");
        var report = await files.CheckAsync(fileToo ? [notebook, script] : [notebook]);
        Assert.Equal(["KS176", "CS0029"], report.Files.SelectMany(f => f.Diagnostics).Select(d => d.Code));
        Assert.Equal(fileToo ? script : notebook, report.Files.Single(f => f.Diagnostics.Any()).Path);
    }

    [Fact]
    public async Task TablesThatScriptsMakeAreKnown()
    {
        files.File("tables.csx", "Flow.Table(\"listed\", new[] { (Ip: \"x\", N: 1) });");
        Assert.Equal(
            ["KS142 3:2:16 M"],
            await ErrorsAsync(
                Connect, "#load \"tables.csx\"\nawait Flow.Query(\"listed | where N == 1\")", "#!flowlogs\nlisted | where M == 1"));
    }

    private async Task<IReadOnlyList<string>> ErrorsAsync(params string[] cells) =>
        [.. (await files.FindingsInAsync(cells)).Where(f => !f.StartsWith("FK1225", StringComparison.Ordinal))];
}
