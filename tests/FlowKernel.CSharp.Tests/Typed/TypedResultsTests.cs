using System.Globalization;
using FlowKernel.Results;

namespace FlowKernel.CSharp.Tests.Typed;

public sealed class TypedResultsTests
{
    private readonly Notebook _notebook = new();

    [Fact]
    public async Task RowsHaveTypedProperties()
    {
        await Keep(Results.Bytes(1L, null, 3L));
        Assert.Equal("10.0.0.3", await _notebook.ValueOf("flows.Where(f => f.Bytes > 1e0).Single().Ip"));
        Assert.Equal(4L, await _notebook.ValueOf("flows.Sum(f => f.Bytes)"));
        Assert.Equal(
            2, await _notebook.ValueOf("var n = 0; foreach (var f in flows) if (f.Bytes is long b) n++; n"));
    }

    [Fact]
    public async Task AMisspeltColumnIsFoundBeforeTheCellRuns()
    {
        await Keep(Results.Bytes(1L));
        var error = await _notebook.ErrorOf("flows.Where(f => f.Byts > 1)");
        Assert.Equal("CS1061", error.Code);
        Assert.Contains("FlowsRow", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARowIsARecord()
    {
        await Keep(Results.Bytes(1L));
        Assert.Equal(
            true,
            await _notebook.ValueOf(
                "flows[0] == new FlowsRow { Ip = \"10.0.0.1\", Bytes = 1 } && flows[0] with { } == flows[0]"));
        Assert.Equal("", await _notebook.ValueOf("new FlowsRow().Ip"));
    }

    [Fact]
    public async Task ColumnsAreTypedSpansWithAMaskOfNulls()
    {
        await Keep(Results.Bytes(1L, null, 3L));
        Assert.Equal(
            4L,
            await _notebook.ValueOf(
                """
                long Total(ReadOnlySpan<long> values, ReadOnlySpan<bool> nulls)
                {
                    var total = 0L;
                    for (var i = 0; i < values.Length; i++)
                        total += nulls[i] ? 0 : values[i];
                    return total;
                }
                Total(flows.Columns.Bytes, flows.Columns.Bytes.Nulls)
                """));
        Assert.Equal("10.0.0.3", await _notebook.ValueOf("flows.Columns.Ip.Memory.Span[2]"));
        Assert.Equal(true, await _notebook.ValueOf("flows.Columns.Bytes.HasNulls && !flows.Columns.Ip.HasNulls"));
    }

    [Fact]
    public async Task EveryTypeIsReadAsItsOwn()
    {
        await Keep(Results.Of(
            ("b", KqlType.Bool, [true, null]), ("i", KqlType.Int, [1, null]), ("l", KqlType.Long, [2L, null]),
            ("r", KqlType.Real, [1.5, null]), ("m", KqlType.Decimal, [1.1m, null]), ("s", KqlType.String, ["x", null]),
            ("t", KqlType.DateTime, [new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc), null]),
            ("d", KqlType.TimeSpan, [TimeSpan.FromHours(1), null]), ("g", KqlType.Guid, [Guid.Empty, null]),
            ("y", KqlType.Dynamic, [new DynamicValue("""{"a":1}"""), null])));
        Assert.Equal(
            "FlowsRow { b = True, i = 1, l = 2, r = 1.5, m = 1.1, s = x, t = 01/02/2024 03:04:05, d = 01:00:00, "
            + "g = 00000000-0000-0000-0000-000000000000, y = {\"a\":1} }",
            await _notebook.ValueOf("flows[0].ToString()"));
        Assert.Equal(
            "FlowsRow { b = , i = , l = , r = , m = , s = , t = , d = , g = , y =  }",
            await _notebook.ValueOf("flows[1].ToString()"));
        Assert.Equal(DateTimeKind.Utc, await _notebook.ValueOf("flows[0].t.Value.Kind"));
    }

    [Fact]
    public async Task OddColumnNamesAreReadable()
    {
        await Keep(Results.Of(
            ("class", KqlType.Long, [1L]), ("Total Bytes", KqlType.Long, [2L]), ("total", KqlType.Long, [3L]),
            ("Total", KqlType.Long, [4L]), ("ToString", KqlType.Long, [5L]), ("Columns", KqlType.Long, [6L])));
        Assert.Equal(
            21L,
            await _notebook.ValueOf(
                "var f = flows[0]; "
                + "f.@class + f.Total_Bytes + f.total + f.Total + f.ToString_2 + flows.Columns.Columns.Values[0]"));
    }

    [Fact]
    public async Task TheSameColumnsKeepTheTypeSoEarlierCodeGoesOnWorking()
    {
        await Keep(Results.Bytes(1L));
        await _notebook.Run("long? Total(IEnumerable<FlowsRow> rows) => rows.Sum(r => r.Bytes); var first = flows;");
        await Keep(Results.Bytes(5L, 6L));
        Assert.Equal(11L, await _notebook.ValueOf("Total(flows)"));
        Assert.Equal(1L, await _notebook.ValueOf("Total(first)"));
    }

    [Fact]
    public async Task OtherColumnsMakeANewTypeAndOldVariablesGoOnWorking()
    {
        await Keep(Results.Bytes(1L));
        await _notebook.Run("var old = flows; long? Total() => old.Sum(r => r.Bytes);");
        await Keep(Results.Of(("Packets", KqlType.Int, [7])));
        Assert.Equal(7, await _notebook.ValueOf("flows[0].Packets"));
        Assert.Equal(1L, await _notebook.ValueOf("old[0].Bytes + 0 * Total()"));
        Assert.Equal("CS1061", (await _notebook.ErrorOf("flows[0].Bytes")).Code);
    }

    [Fact]
    public async Task AVariableOfTheUsersOwnIsReplacedAndTheTypesStay()
    {
        await Keep(Results.Bytes(1L));
        await _notebook.Run("long? First(FlowsRow row) => row.Bytes;");
        await _notebook.Run("var flows = 3;");
        await Keep(Results.Bytes(2L));
        Assert.Equal(2L, await _notebook.ValueOf("First(flows[0])"));
    }

    [Fact]
    public async Task TypesOfTheUsersOwnThatHideTheGeneratedOnesAreLeftAlone()
    {
        await Keep(Results.Bytes(1L));
        await _notebook.Run("record FlowsResult(int N); var mine = new FlowsResult(8); var flows = 1;");
        await Keep(Results.Bytes(2L));
        Assert.Equal(2L, await _notebook.ValueOf("flows[0].Bytes"));
        Assert.Equal(8, await _notebook.ValueOf("mine.N"));
    }

    [Fact]
    public async Task KeepingTheSameColumnsAgainCompilesNothing()
    {
        await Keep(Results.Bytes(1L));
        var before = await CellNumber("Before");
        for (var run = 0L; run < 1000; run++)
            await Keep(Results.Bytes(run));
        Assert.Equal(999L, await _notebook.ValueOf("flows[0].Bytes"));
        Assert.InRange(await CellNumber("After"), before, before + 4);
    }

    [Fact]
    public async Task RowsCompleteAfterTheDot()
    {
        await Keep(Results.Bytes(1L));
        const string Code = "flows.Where(f => f.";
        var list = await _notebook.Cells.CompleteAsync(Code + ")", Code.Length, Notebook.Test);
        Assert.Equal(["Bytes", "Ip"], list.Items.Where(i => i.Kind == "property").Select(i => i.Label));
    }

    [Fact]
    public async Task HoverOverTheVariableNamesItsColumns()
    {
        await Keep(Results.Bytes(1L));
        var info = await _notebook.Cells.ExplainAsync("flows.Count", 2, Notebook.Test);
        Assert.Contains("Columns: Ip string, Bytes long.", info!.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HoverOverAPropertyNamesTheColumn()
    {
        await Keep(Results.Of(("Total Bytes", KqlType.Long, [2L])));
        const string Code = "flows[0].Total";
        var info = await _notebook.Cells.ExplainAsync(Code + "_Bytes", Code.Length, Notebook.Test);
        Assert.Contains("Total Bytes", info!.Markdown, StringComparison.Ordinal);
    }

    // Each compilation has a number, which its assembly is named by.
    private async Task<int> CellNumber(string type)
    {
        var name = (string)(await _notebook.ValueOf($"record {type}; typeof({type}).Assembly.GetName().Name"))!;
        return int.Parse(name["Cell-".Length..], CultureInfo.InvariantCulture);
    }

    private Task Keep(FlowKernel.Session.FlowResult result) =>
        _notebook.Cells.KeepAsync("flows", result, Notebook.Test);
}
