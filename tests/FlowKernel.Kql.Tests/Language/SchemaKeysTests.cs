using System.Globalization;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session;

namespace FlowKernel.Kql.Tests.Language;

/// <summary>Schemas that share tables, more of them than the scripts remember.</summary>
public sealed class SchemaKeysTests(KqlFixture kql)
{
    private const int More = 40;
    private static readonly KqlColumn A = new("a", KqlType.Long);

    [Fact]
    public async Task EachSchemaHasItsOwnTablesAndThoseItShares()
    {
        var schemas = Growing().ToList();
        foreach (var (number, schema) in schemas.Index().Concat(schemas.Index()))
        {
            Assert.Empty(await FoundAsync(schema, $"{Name(number)} | where a > 1 | join {Name(0)} on a"));
            Assert.Equal(["KS204"], await FoundAsync(schema, $"{Name(number + 1)} | count"));
        }
    }

    [Fact]
    public async Task ATableOfOtherColumnsIsTheNewOne()
    {
        var schema = new DatabaseSchema("d", [new TableSchema("T", [A])]);
        Assert.Empty(await FoundAsync(schema, "T | project a"));
        var later = schema.With(new TableSchema("T", [new KqlColumn("b", KqlType.Long)]));
        Assert.Equal(["KS142"], await FoundAsync(later, "T | project a"));
        Assert.Empty(await FoundAsync(later, "T | project b"));
        Assert.Empty(await FoundAsync(schema, "T | project a"));
    }

    // Each with one table more than the one before.
    private static IEnumerable<DatabaseSchema> Growing()
    {
        var schema = DatabaseSchema.Empty;
        for (var i = 0; i < More; i++)
            yield return schema = schema.With(new TableSchema(Name(i), [A]));
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"T{number}");

    private async Task<IEnumerable<string>> FoundAsync(DatabaseSchema schema, string query) =>
        (await kql.CheckAsync(query, new QueryScope(schema, DateTime.UnixEpoch))).Diagnostics.Select(d => d.Code);
}
