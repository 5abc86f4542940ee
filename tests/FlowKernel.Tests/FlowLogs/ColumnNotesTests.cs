using FlowKernel.FlowLogs;
using FlowKernel.Results;

namespace FlowKernel.Tests.FlowLogs;

public sealed class ColumnNotesTests
{
    [Fact]
    public void EveryColumnOfTheTablesIsExplained() => Assert.Empty(
        from table in FlowLogTables.Database.Tables
        from column in table.Columns
        where ColumnNotes.Find(column.Name, table.Name) is null
        select $"{table.Name}.{column.Name}");

    [Fact]
    public void TimesAreInUtcAndCountsHaveUnits()
    {
        var columns = FlowLogTables.Database.Tables.SelectMany(t => t.Columns).ToList();
        Assert.All(columns.Where(c => c.Type == KqlType.DateTime), c => Assert.Equal("UTC", ColumnNotes.UnitOf(c.Name)));
        Assert.All(columns.Where(c => c.Name.Contains("Bytes") && c.Type == KqlType.Long),
            c => Assert.Equal("bytes", ColumnNotes.UnitOf(c.Name)));
    }

    [Fact]
    public void AMeaningMayDependOnTheTable()
    {
        Assert.StartsWith("Topology", ColumnNotes.Find("SubType", "NTATopologyDetails"));
        Assert.StartsWith("FlowLog for flows", ColumnNotes.Find("SubType", "NTANetAnalytics"));
    }

    [Fact]
    public void UnknownColumnsHaveNoNotes()
    {
        Assert.Null(ColumnNotes.Find("Qqq"));
        Assert.Empty(ColumnNotes.ValuesOf("Qqq"));
    }

    [Fact]
    public void ValuesAreThoseThatTheWordsName()
    {
        Assert.Equal(["Allowed", "Denied"], ColumnNotes.ValuesOf("FlowStatus"));
        Assert.Equal(["AzurePublic", "ExternalPublic", "MaliciousFlow"], ColumnNotes.ValuesOf("FlowType", "NTAIpDetails"));
        Assert.Empty(ColumnNotes.ValuesOf("SrcIp"));
        Assert.Empty(
            from table in FlowLogTables.Database.Tables
            from column in table.Columns
            from value in ColumnNotes.ValuesOf(column.Name, table.Name)
            where !ColumnNotes.Find(column.Name, table.Name)!.Contains(value, StringComparison.Ordinal)
            select $"{table.Name}.{column.Name}: {value}");
    }

    [Theory]
    [InlineData("FlowType")]
    [InlineData("FlowStatus")]
    [InlineData("FlowDirection")]
    [InlineData("L4Protocol")]
    [InlineData("ConnectionType")]
    [InlineData("TargetResourceType")]
    public void AnExampleIsOneOfTheValues(string column) => Assert.Contains(
        ColumnNotes.ExampleOf(column, "NTANetAnalytics")!, ColumnNotes.ValuesOf(column, "NTANetAnalytics"));
}
