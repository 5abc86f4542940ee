using FlowKernel.Azure.Tests.Standing;
using FlowKernel.Notebook.Progress;
using FlowKernel.Results;

namespace FlowKernel.Azure.Tests.DataExplorer;

/// <summary>What becomes of a cluster's answers.</summary>
public sealed class ClusterAnswerTests
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ValuesHaveTheirTypes()
    {
        var result = await RunAsync(Frames.Head, Frames.Table(
            "b:bool i:int l:long r:real m:decimal s:string t:datetime d:timespan g:guid x:dynamic",
            """
            [true,1,9007199254740993,1.5,"1.25","é","2024-04-23T01:02:03.1234567Z","1.02:03:04.0000005","74be27de-1e4e-49d9-b579-fe0b331d3642",{"a":[1]}],
            [null,null,null,"NaN",null,null,null,null,null,null],
            [1,-1,-5,"-Infinity",2,"",null,"-00:00:00.0000001",null,"text"]
            """), Frames.End);
        Assert.Equal(
            [
                [
                    true, 1, 9007199254740993, 1.5, 1.25m, "é",
                    new DateTime(2024, 4, 23, 1, 2, 3, DateTimeKind.Utc).AddTicks(1234567),
                    new TimeSpan(1, 2, 3, 4) + TimeSpan.FromTicks(5), Guid.Parse("74be27de-1e4e-49d9-b579-fe0b331d3642"),
                    new DynamicValue("""{"a":[1]}"""),
                ],
                [null, null, null, double.NaN, null, "", null, null, null, null],
                [true, -1, -5L, double.NegativeInfinity, 2m, "", null, TimeSpan.FromTicks(-1), null, new DynamicValue("\"text\"")],
            ],
            Rows(result.OrThrow().Table));
    }

    [Fact]
    public async Task PiecesOfATableAreAppendedOrReplaceWhatWasThere()
    {
        var steps = new Steps();
        var result = await RunAsync(steps, Frames.Head, Frames.Header("n:long"), Frames.Fragment("[1],[2]"), Frames.Progress(40),
            Frames.Fragment("[7]", "DataReplace"), Frames.Fragment("[8],[9]"), Frames.Progress(100),
            """{"FrameType":"TableCompletion","TableId":1,"RowCount":3}""", Frames.End);
        Assert.Equal([[7L], [8L], [9L]], Rows(result.OrThrow().Table));
        Assert.Contains(new ProgressStep("2 rows", 0.4), steps.Told);
        Assert.Contains(new ProgressStep("3 rows", 1), steps.Told);
    }

    [Fact]
    public async Task SeveralResultsAreDrawnAsTheClusterSays()
    {
        var result = (await RunAsync(
            Frames.Head, Frames.Properties(2, """{"Visualization":"timechart","Title":"Two","YColumns":"a,b","Ymin":"NaN","Accumulate":true}"""),
            Frames.Table("n:long", "[1]"), Frames.Table("m:long", "[2]", 2), Frames.End)).OrThrow();
        Assert.Equal(["n", "m"], result.Tables.Select(t => t.Columns[0].Name));
        Assert.Null(result.Render);
        var later = Assert.Single(result.LaterRenders);
        Assert.Equal(("timechart", "Two", "a b", null, true),
            (later!.Visualization, later.Title, string.Join(' ', later.YColumns!), later.YMin, later.Accumulate));
    }

    [Theory]
    [InlineData("""{"error":{"code":"LimitsExceeded","message":"Request is invalid and cannot be executed.","@message":"Query execution has exceeded the allowed limits (80DA0003): ."}}""",
        "FK0431: localhost/flows did not run the query: Query execution has exceeded the allowed limits (80DA0003): . (LimitsExceeded)")]
    [InlineData("""{"error":{"code":"LimitsExceeded","@message":"The results of this query exceed the set limit of 500000 records (E_QUERY_RESULT_SET_TOO_LARGE)."}}""",
        "FK0431: localhost/flows did not run the query: The results of this query exceed the set limit of 500000 records (E_QUERY_RESULT_SET_TOO_LARGE). "
        + "Summarize, take fewer rows or columns, or filter more.")]
    public async Task RowsThatWereCutShortAreNoResult(string error, string expected)
    {
        var result = await RunAsync(
            Frames.Head, Frames.Table("x:long", $$"""[1],[2],{"OneApiErrors":[{{error}}]}"""), Frames.Failed(error));
        Assert.Equal(expected, Sentence(result));
    }

    [Fact]
    public async Task AnAnswerThatBreaksOffIsNoResult() => Assert.Equal(
        "FK0435: The answer of the cluster ended before its end. Check the address and your network.",
        Sentence(await RunAsync(Frames.Head, Frames.Table("x:long", "[1]"))));

    [Theory]
    [InlineData("<html>busy</html>")]
    [InlineData("[{\"FrameType\":")]
    [InlineData("{\"FrameType\":\"DataSetHeader\"}")]
    public async Task AnAnswerThatIsNoneIsToldAsThat(string body)
    {
        await using var cluster = new Cluster(_ => new Answer(body));
        var result = await (await cluster.ConnectAsync()).RunAsync(Queries.Of("Flows"), Test);
        Assert.Equal("FK0435: flows answered what is no answer to a query. Check the address and your network.", Sentence(result));
    }

    [Fact]
    public async Task AValueThatIsNoneOfItsTypeNamesTheColumn() => Assert.Equal(
        "FK0435: The answer has \"soon\" in the datetime column 't'. Check the address and your network.",
        Sentence(await RunAsync(Frames.Head, Frames.Table("t:datetime", "[\"soon\"]"), Frames.End)));

    private static Task<Diagnostics.Outcome<QueryResult>> RunAsync(params string[] frames) => RunAsync(new Steps(), frames);

    private static async Task<Diagnostics.Outcome<QueryResult>> RunAsync(Steps steps, params string[] frames)
    {
        await using var cluster = new Cluster(_ => Frames.Of(frames));
        return await (await cluster.ConnectAsync()).RunAsync(Queries.Of("Flows"), steps, Test);
    }

    private static string Sentence(Diagnostics.Outcome<QueryResult> result)
    {
        var error = Assert.Single(result.Diagnostics);
        return $"{error.Code}: {error.Message} {error.Hint}".TrimEnd();
    }

    private static IEnumerable<IEnumerable<object?>> Rows(KqlTable table) =>
        Enumerable.Range(0, table.RowCount).Select(row => table.Columns.Index().Select(c => table[row, c.Index]));
}
