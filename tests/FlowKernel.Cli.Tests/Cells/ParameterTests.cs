namespace FlowKernel.Cli.Tests.Cells;

public sealed class ParameterTests(CellSession session) : IClassFixture<CellSession>
{
    private const string Ports = "datatable(DestPort:int, DestIp:string)[443, '10.0.0.1', 22, '10.0.0.2']";

    [Fact]
    public async Task AVariableIsAParameterOfItsType()
    {
        await session.RunAsync("var ip = \"10.0.0.2\"; int? port = 443; var since = TimeSpan.FromDays(1);");
        Assert.Equal("22", await ValueAsync("ip", $"{Ports} | where DestIp == ip | project DestPort"));
        Assert.Equal("443", await ValueAsync("port", $"{Ports} | where DestPort == port | project DestPort"));
        Assert.Equal("timespan", await ValueAsync("since", "print gettype(since)"));
    }

    [Fact]
    public async Task AListIsADynamicThatInTakes()
    {
        await session.RunAsync("var ports = new[] { 22, 80 }; var ips = new[] { IPAddress.Parse(\"10.0.0.1\") };");
        Assert.Equal("22", await ValueAsync("ports", $"{Ports} | where DestPort in (ports) | project DestPort"));
        Assert.Equal("443", await ValueAsync("ips", $"{Ports} | where DestIp in (ips) | project DestPort"));
    }

    [Fact]
    public async Task AVariableIsHandedOverUnderAnotherName()
    {
        await session.RunAsync("var suspect = \"10.0.0.2\";");
        Assert.Equal("22", await ValueAsync("ip=suspect", $"{Ports} | where DestIp == ip | project DestPort"));
    }

    [Fact]
    public Task AMisspeltVariableIsNamed() => MistakeAsync(
        "var lastDays = 3;", "lastDay", "print lastDay", "lastDay",
        "FK1101: There is no C# variable 'lastDay' to hand over.", "Did you mean 'lastDays'?");

    [Fact]
    public Task AVariableThatIsNotDeclaredIsNamed() => MistakeAsync(
        "", "nowhere", "print nowhere", "nowhere",
        "FK1101: There is no C# variable 'nowhere' to hand over.",
        "Declare it in a C# cell before this one, and run that cell.");

    [Fact]
    public Task ATypeThatKqlLacksIsNamed() => MistakeAsync(
        "var folder = new DirectoryInfo(\".\");", "folder", "print folder", "folder",
        "FK0414: The C# variable 'folder' is of type DirectoryInfo, which KQL has no type for.",
        "Hand over one of: bool, byte, char, DateOnly, DateTime, DateTimeOffset, decimal, double, DynamicValue, float, "
        + "Guid, int, IPAddress, long, sbyte, short, string, TimeOnly, TimeSpan, uint, ulong, Uri, ushort, an enum; "
        + "or a list of them.");

    [Fact]
    public Task AValueInPlaceOfAVariableIsTold() => MistakeAsync(
        "", "port=443", "print port", "port=443",
        "FK1109: --param takes the name of a C# variable, not 'port=443'.",
        "Write 'var port = 443;' in a C# cell, and --param port here.");

    [Theory]
    [InlineData("ip=10.1.1.8", "Write 'var ip = \"10.1.1.8\";' in a C# cell, and --param ip here.")]
    [InlineData("ip=ips[0]", "Write 'var ip = ips[0];' in a C# cell, and --param ip here.")]
    [InlineData("ip,port", "Repeat the option: --param ip --param port.")]
    public Task WhatIsNoNameIsToldTheWayOut(string given, string hint) => MistakeAsync(
        "", given, "print 1", given, $"FK1109: --param takes the name of a C# variable, not '{given}'.", hint);

    [Fact]
    public Task AResultIsATableAndNotAValue() => MistakeAsync(
        "var peers = await Flow.Query(\"print 1\");", "peers", "print peers", "peers",
        "FK1108: The C# variable 'peers' is a query's result, which is a table and not a value.",
        "Keep it with Flow.Keep(\"peers\", peers) unless --name did, and name 'peers' as a table in the query.");

    [Theory]
    [InlineData("where DestPort == dest")]
    [InlineData("where dest != DestPort")]
    [InlineData("where DestPort in (1, dest)")]
    [InlineData("where DestPort !in (dest)")]
    [InlineData("where (DestPort) == (dest)")]
    public Task AComparisonWithAColumnOfAnotherKindIsAMistakeAtItsUse(string step) => MistakeAsync(
        "var dest = \"10.0.0.1\";", "dest", $"{Ports} | {step}", "dest",
        "FK1111: The C# variable 'dest' of type string is compared with DestPort, which is int.",
        "Convert it in the query, as toint(dest) does, or change its type in C#.");

    [Theory]
    [InlineData("in")]
    [InlineData("in~")]
    public Task AListOfAnotherKindIsAMistakeAtItsUse(string membership) => MistakeAsync(
        "var numbers = new List<int> { 1 };", "numbers", $"{Ports} | where DestIp {membership} (numbers)", "numbers",
        "FK1111: The C# variable 'numbers' of type List<int> is compared with DestIp, which is string.",
        "Make it a list of string values in C#.");

    [Theory]
    [InlineData("==", "Write in (some), which compares with each of its values.")]
    [InlineData("!=", "Write !in (some), which compares with each of its values.")]
    [InlineData("=~", "Write in~ (some), which compares with each of its values.")]
    [InlineData("has", "Write has_any (some), which compares with each of its values.")]
    [InlineData("!startswith_cs", "Compare with one of its values, such as some[0].")]
    public Task AListWhereOneValueBelongsIsAMistakeAtItsUse(string written, string hint) => MistakeAsync(
        "string[] some = [\"10.0.0.1\"];", "some", $"{Ports} | where DestIp {written} some", "some",
        $"FK1114: The C# variable 'some' of type string[] is a list, and '{written}' compares with one value.", hint);

    [Fact]
    public async Task AValueOfAListIsComparedAsItIs()
    {
        await session.RunAsync("string[] few = [\"10.0.0.2\"];");
        Assert.Equal("22", await ValueAsync("few", $"{Ports} | where DestIp == few[0] | project DestPort"));
        Assert.Equal("true", await ValueAsync("few", "print tostring(few) == tostring(dynamic(['10.0.0.2']))"));
    }

    [Theory]
    [InlineData("some has DestIp")]
    [InlineData("some contains DestIp")]
    [InlineData("DestIp has_any (numbers)")]
    [InlineData("DestIp has_any (some)")]
    public async Task WhatKqlFindsInAListOrATextIsNoMistake(string condition)
    {
        await session.RunAsync("string[] some = [\"10.0.0.1\"]; int[] numbers = [10];");
        Assert.Equal("1", await ValueAsync("some --param numbers", $"{Ports} | where {condition} or array_length(some) + array_length(numbers) < 0 | take 1 | count"));
    }

    [Fact]
    public async Task AConvertedParameterFits()
    {
        await session.RunAsync("var text = \"22\";");
        Assert.Equal("22", await ValueAsync("text", $"{Ports} | where DestPort == toint(text) | project DestPort"));
    }

    [Fact]
    public async Task NumbersOfAnyTypeFit()
    {
        await session.RunAsync("var number = 22.0;");
        Assert.Equal("22", await ValueAsync("number", $"{Ports} | where DestPort == number | project DestPort"));
    }

    [Theory]
    [InlineData(
        "DestPort > target", ">", "KS106: The operator '>' is not defined for the operand types int and string.")]
    [InlineData("target", "target", "KS141: The expression must have the type bool.")]
    [InlineData(
        "bin(now(), target) > now()", "bin",
        "KS127: The function 'bin' is not compatible with arguments (datetime, string).")]
    public Task AUseThatKqlRefusesNamesTheVariable(string condition, string marked, string sentence) => MistakeAsync(
        "var target = \"10.0.0.1\";", "target", $"{Ports} | where {condition}", marked, sentence,
        "'target' is the C# variable 'target' of type string: string in KQL.");

    [Fact]
    public Task ADeclarationThatDisagreesNamesBothTypes() => MistakeAsync(
        "var from = \"10.0.0.1\";", "from", "declare query_parameters(from:long); print from", "from",
        "FK1113: The query declares 'from' as long, but it is given the C# variable 'from' of type string.",
        "Declare it as string, or change its type in C#.");

    [Fact]
    public async Task ADeclarationMayAgreeOrWiden()
    {
        await session.RunAsync("var count = 5;");
        Assert.Equal("5", await ValueAsync("count", "declare query_parameters(count:int); print count"));
        Assert.Equal("long", await ValueAsync("count", "declare query_parameters(count:long); print gettype(count)"));
        Assert.Equal("5", await ValueAsync("count", "declare query_parameters(count:int = 7); print count"));
    }

    [Fact]
    public Task ADeclaredParameterWithoutAVariableIsNamed() => MistakeAsync(
        "", null, "declare query_parameters(host:string); print host", "host",
        "FK0106: The query parameter 'host' has no value.");

    [Fact]
    public async Task AParameterThatTheQueryDoesNotUseIsWarnedOf()
    {
        await session.RunAsync("var spare = 1;");
        Assert.Equal(
            new CellMistake(
                "FK1112: The query does not use the parameter 'spare'.", "spare",
                "Name it in the query, or leave out --param spare."),
            await session.WarningOfAsync("#!flowlogs --limit 3 --param spare\nprint 'spare'"));
        Assert.Null(await session.WarningOfAsync("#!flowlogs --param spare\nlet f = () { spare }; print f()"));
    }

    [Fact]
    public async Task ANullIsWarnedOf()
    {
        await session.RunAsync("int? none = null; string? blank = null; List<int>? nothing = null;");
        Assert.Equal(
            new CellMistake(
                "FK1107: The C# variable 'none' is null, and no comparison with null is true.", "none",
                "Give it a value, or test it with isempty() or isnull()."),
            await session.WarningOfAsync($"#!flowlogs --param none\n{Ports} | where DestPort == none"));
        Assert.Equal(
            "FK1107: The C# variable 'blank' is null, which the query sees as an empty text.",
            (await session.WarningOfAsync($"#!flowlogs --param blank\n{Ports} | where DestIp == blank"))?.Sentence);
        Assert.Equal("true", await ValueAsync("nothing", "print isnull(nothing)"));
    }

    // A table of one cell as plain text: the header, a rule, the value.
    private async Task<string> ValueAsync(string parameter, string kql) =>
        (await session.RunAsync($"#!flowlogs --param {parameter}\n{kql}")).Split('\n')[2].Trim();

    private async Task MistakeAsync(
        string csharp, string? parameter, string kql, string marked, string sentence, string? hint = null)
    {
        if (csharp.Length > 0)
            await session.RunAsync(csharp);
        var options = parameter is null ? "" : $" --param {parameter}";
        var error = await session.ErrorOfAsync($"#!flowlogs{options}\n{kql}");
        Assert.Equal((sentence, marked, hint ?? error.Hint), (error.Sentence, error.Marked, error.Hint));
    }
}
