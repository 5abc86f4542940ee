using FlowKernel.Results;
using FlowKernel.Specs.Running;

namespace FlowKernel.Specs;

public class SpecTests
{
    private static readonly List<SpecCase> Cases = [.. SpecFile.All()];

    public static IEnumerable<TheoryDataRow<int>> Indexes =>
        Cases.Select((spec, i) => new TheoryDataRow<int>(i) { TestDisplayName = spec.Title });

    [Theory]
    [MemberData(nameof(Indexes))]
    public async Task AQueryGivesWhatItsPageSays(int index)
    {
        var spec = Cases[index];
        var result = await SpecEngine.RunAsync(spec.Kql, TestContext.Current.CancellationToken);
        if (spec.Error is { } error)
        {
            Assert.StartsWith(error, string.Join('\n', result.Diagnostics.Select(d => $"{d.Code}: {d.Message}")));
            return;
        }

        var tables = result.OrThrow().Tables;
        Assert.Equal(spec.Tables.Count, tables.Count);
        foreach (var (expected, actual) in spec.Tables.Zip(tables))
            Agree(spec, expected, actual);
    }

    private static void Agree(SpecCase spec, ExpectedTable table, KqlTable result)
    {
        Assert.Equal(SpecTable.Header(table), SpecTable.Header(result));
        var (expected, actual) = (SpecTable.Lines(table), SpecTable.Lines(result));
        if (!SpecTable.IsOrdered(spec))
        {
            expected.Sort(StringComparer.Ordinal);
            actual.Sort(StringComparer.Ordinal);
        }

        Assert.Equal(expected, actual);
    }
}
