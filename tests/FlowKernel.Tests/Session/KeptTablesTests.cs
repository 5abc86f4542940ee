using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session;

namespace FlowKernel.Tests.Session;

public sealed class KeptTablesTests
{
    private readonly KeptTables _kept = new();

    [Fact]
    public void AKeptTableIsInTheSchemaAndHidesAnother()
    {
        var schema = new DatabaseSchema("d", [new TableSchema("T", [new KqlColumn("old", KqlType.Bool)])]);
        Assert.Same(schema, _kept.AddTo(schema));
        _kept.Keep("T", Rows("new", 1));
        Assert.Equal([new KqlColumn("new", KqlType.Int)], _kept.AddTo(schema).Find("T")!.Columns);
    }

    [Fact]
    public void TheSchemaStaysTheSameUntilColumnsChange()
    {
        _kept.Keep("T", Rows("a", 1));
        var before = _kept.AddTo(DatabaseSchema.Empty);
        _kept.Keep("T", Rows("a", 2));
        Assert.Same(before, _kept.AddTo(DatabaseSchema.Empty));
        _kept.Keep("T", Rows("b", 2));
        Assert.Equal("b", _kept.AddTo(DatabaseSchema.Empty).Find("T")!.Columns[0].Name);
    }

    private static KqlTable Rows(string column, int value) =>
        KqlTable.FromRows([new KqlColumn(column, KqlType.Int)], [[value]]);
}
