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
    public void UnknownColumnsHaveNoNotes() => Assert.Null(ColumnNotes.Find("Qqq"));
}
