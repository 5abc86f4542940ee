using FlowKernel.Results;
using FlowKernel.Session;
using FlowKernel.Specs.Running;

namespace FlowKernel.Specs.Session;

/// <summary>Kept tables in a query's own text, run on an engine that does not know them.</summary>
public sealed class InlinedTablesTests
{
    private readonly KeptTables _kept = new();

    [Fact]
    public async Task TheTextGivesTheSameRows()
    {
        object?[] values =
        [
            true, -1, 2L, double.PositiveInfinity, 1.25m, "a\"b\n",
            new DateTime(2024, 4, 23, 1, 2, 3, DateTimeKind.Utc), TimeSpan.FromTicks(-30), Guid.Parse("f4be27de-1e4e-49d9-b579-fe0b331d3642"), new DynamicValue("[1]"),
        ];
        var rows = KqlTable.FromRows(
            [.. Enum.GetValues<KqlType>().Select(t => new KqlColumn($"the {t}", t))],
            [values, [.. values.Select(_ => (object?)null)]]);
        _kept.Keep("flows", rows);
        Assert.Equal(ResultJson.Write(rows), ResultJson.Write(await TableOf("flows")));
    }

    [Fact]
    public async Task OnlyTablesThatTheQueryNamesAreWritten()
    {
        _kept.Keep("one", KqlTable.FromRows([new("n", KqlType.Int)], [[1]]));
        _kept.Keep("two words", KqlTable.FromRows([new("n", KqlType.Int)], [[2]]));
        _kept.Keep("other", KqlTable.FromRows([new("n", KqlType.Int)], [[3]]));
        const string Kql = "one | union ['two words'] | extend s = 'other' // other";
        var inlined = InlinedTables.Into(Kql, _kept, 1000, "prod").OrThrow();
        Assert.Equal(
            "let one = datatable(n:int)[int(1),];\nlet ['two words'] = datatable(n:int)[int(2),];\n" + Kql,
            inlined.Kql);
        Assert.Equal(Kql, inlined.Kql[inlined.Start..]);
        Assert.Equal(2, (await TableOf(Kql)).RowCount);
    }

    [Fact]
    public void ATableThatIsTooLargeIsRefused()
    {
        var rows = Enumerable.Range(0, 5000).Select(i => (IReadOnlyList<object?>)[(long)i]).ToList();
        _kept.Keep("big", KqlTable.FromRows([new("n", KqlType.Long)], rows));
        var error = Assert.Single(InlinedTables.Into("big | count", _kept, 10_000, "prod").Diagnostics);
        Assert.Equal(
            "FK1150: The kept table 'big' has 5,000 rows, too many to send along to prod.",
            $"{error.Code}: {error.Message}");
    }

    private async Task<KqlTable> TableOf(string kql) => (await SpecEngine.RunAsync(
        InlinedTables.Into(kql, _kept, 100_000, "specs").OrThrow().Kql, TestContext.Current.CancellationToken))
        .OrThrow().Table;
}
