using FlowKernel.Results;
using FlowKernel.Specs.Generated.Generating;
using FlowKernel.Specs.Generated.Naive;
using FlowKernel.Specs.Running;

namespace FlowKernel.Specs.Generated;

/// <summary>
/// Random well-typed queries over the core operators, against a second, plain evaluation in memory.
/// </summary>
public class GeneratedQueriesTests
{
    private const int QueriesPerSeed = 20;

    public static IEnumerable<TheoryDataRow<int>> Seeds => SeedRange.Rows("1-25");

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task AGeneratedQueryGivesWhatThePlainEvaluationGives(int seed)
    {
        var generator = new QueryGenerator(seed);
        for (var i = 0; i < QueriesPerSeed; i++)
        {
            var query = generator.Query();
            if (await DifferenceAsync(query) is null)
                continue;
            for (var steps = 0; ; steps++)
            {
                if (await DifferenceAsync(query.First(steps)) is { } difference)
                    Assert.Fail($"{query.First(steps).Text}\n\n{difference}");
            }
        }
    }

    private static async Task<string?> DifferenceAsync(Pipeline query)
    {
        var result = await SpecEngine.RunAsync(query.Text, TestContext.Current.CancellationToken);
        if (!result.Succeeded)
            return string.Join('\n', result.Diagnostics.Select(d => $"{d.Code}: {d.Message}"));
        var expected = Lines(query.Result, query.IsOrdered);
        var actual = Lines(Table(result.Value.Table), query.IsOrdered);
        return expected == actual ? null : $"expected\n{expected}\n\nfound\n{actual}";
    }

    private static NaiveTable Table(KqlTable table) => new(
        [.. table.Columns.Select(c => new Field(c.Name, c.Type))],
        [.. Enumerable.Range(0, table.RowCount).Select(row => table.Vectors.Select(v => v[row]).ToArray())]);

    private static string Lines(NaiveTable table, bool ordered)
    {
        var head = Cells.Line(table.Fields.Select(f => $"{f.Name}:{f.Type.Name()}"));
        var rows = table.Rows.Select(Cells.Line);
        return string.Join('\n', [head, .. ordered ? rows : rows.Order(StringComparer.Ordinal)]);
    }
}
