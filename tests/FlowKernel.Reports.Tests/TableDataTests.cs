using System.Text.Json;
using FlowKernel.Results;

namespace FlowKernel.Reports.Tests;

public sealed class TableDataTests
{
    private static readonly KqlColumn[] Columns = [new("Text", KqlType.String), new("Number", KqlType.Long)];

    [Fact]
    public void TheFileHasEveryValueExactlyAndFormulasAreDisarmed()
    {
        var table = KqlTable.FromRows(Columns, [["=1+1", -5L], ["a,b \"q\"", 7L], ["</script>", null]]);
        Assert.Equal("Text,Number\n'=1+1,-5\n\"a,b \"\"q\"\"\",7\n</script>,\n", CsvOf(TableData.Write(table, 3)));
    }

    [Fact]
    public void NothingInAValueEndsTheElementItIsCarriedIn()
    {
        var html = TableData.Write(KqlTable.FromRows(Columns, [["</script><script>x()", 1L]]), 1);
        Assert.Single(html.Split("</script>").Skip(1));
        Assert.Contains("data-file=\"table-1.csv\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void ALongTableSaysHowMuchOfItTheFileHas()
    {
        var rows = Enumerable.Range(0, 60_000).Select(i => new object?[] { "t", (long)i });
        var html = TableData.Write(KqlTable.FromRows(Columns, [.. rows]), 1);
        Assert.Contains(">CSV, the first 50,000 of 60,000 rows</button>", html, StringComparison.Ordinal);
        Assert.Equal(50_001, CsvOf(html).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void ATableWithoutRowsHasNoFile() => Assert.Equal("", TableData.Write(KqlTable.FromRows(Columns, []), 1));

    private static string CsvOf(string html) => JsonSerializer.Deserialize<string>(
        html.Split("application/json\">")[1].Split("</script>")[0])!;
}
