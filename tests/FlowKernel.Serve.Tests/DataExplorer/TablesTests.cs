using System.Text.Json.Nodes;

namespace FlowKernel.Serve.Tests.DataExplorer;

public sealed class TablesTests(ServedSample sample)
{
    [Fact]
    public async Task ResultsAreFollowedByTheirPropertiesStatusAndContents()
    {
        var answer = await sample.TablesAsync("print a = 1; print b = 2");

        var tables = answer.Json["Tables"]!.AsArray();
        Assert.Equal(5, tables.Count);
        Assert.Equal(
            [
                "QueryResult PrimaryResult", "QueryResult PrimaryResult", "QueryProperties @ExtendedProperties",
                "QueryStatus QueryStatus",
            ],
            tables[4]!["Rows"]!.AsArray().Select(row => $"{row![1]} {row[2]}"));
        Assert.Equal("Query completed successfully", (string)tables[3]!["Rows"]![0]![4]!);
        Assert.Null((string?)JsonNode.Parse((string)tables[2]!["Rows"]![0]![0]!)!["Visualization"]);
    }

    [Fact]
    public async Task ADynamicValueIsATextThatHoldsJson()
    {
        var answer = await sample.TablesAsync("print o = dynamic({\"a\":1}), b = false, n = dynamic(null)");

        var table = answer.Json["Tables"]![0]!;
        Assert.Equal("{\"a\":1}", (string)table["Rows"]![0]![0]!);
        Assert.False((bool)table["Rows"]![0]![1]!);
        Assert.Null(table["Rows"]![0]![2]);
        Assert.Equal(["Object", "SByte", "Object"], table["Columns"]!.AsArray().Select(c => (string)c!["DataType"]!));
    }

    [Fact]
    public async Task AResultThatIsCutSaysSoInItsRowsAndAtTheEnd()
    {
        var answer = await sample.TablesAsync(
            "range x from 1 to 10 step 1", Asking.Option("truncationmaxrecords", 3));

        var rows = answer.Json["Tables"]![0]!["Rows"]!.AsArray();
        Assert.Equal(4, rows.Count);
        Assert.Contains("E_QUERY_RESULT_SET_TOO_LARGE", (string)rows[3]!["Exceptions"]![0]!, StringComparison.Ordinal);
        Assert.Single(answer.Json["Exceptions"]!.AsArray());
        Assert.Equal(2, (int)answer.Json["Tables"]![2]!["Rows"]![0]![1]!);
    }
}
