using System.Net;
using System.Text.Json.Nodes;
using FlowKernel.CSharp.Display;
using FlowKernel.Notebook;

namespace FlowKernel.CSharp.Tests.Display;

public sealed class ValueDisplayTests
{
    public enum Way
    {
        Inbound,
    }

    public static TheoryData<object?, string> Scalars => new()
    {
        { null, "null" },
        { "a <b>", "a <b>" },
        { 1234.5, "1234.5" },
        { 7m, "7" },
        { true, "true" },
        { 'x', "x" },
        { new DateTime(2024, 4, 23, 1, 2, 3, DateTimeKind.Utc), "2024-04-23T01:02:03.0000000Z" },
        { new DateTime(2024, 4, 23), "2024-04-23 00:00:00" },
        { TimeSpan.FromMinutes(90), "01:30:00" },
        { new DateOnly(2024, 4, 23), "2024-04-23" },
        { IPAddress.Loopback, "127.0.0.1" },
        { Way.Inbound, "Inbound" },
        { typeof(Dictionary<string, int?[]>), "Dictionary<string, int?[]>" },
        { new byte[] { 1, 255 }, "byte[] (2) 01ff" },
        { JsonNode.Parse("{\"a\":1}"), "{\n  \"a\": 1\n}" },
        { Task.FromResult(3), "Task<int> (done; await it for its value)" },
        { Task.CompletedTask, "Task (done)" },
        { new TaskCompletionSource<string>().Task, "Task<string> (running; await it for its value)" },
        { new InvalidOperationException("no"), "InvalidOperationException: no" },
        { new object(), "object" },
    };

    [Theory]
    [MemberData(nameof(Scalars))]
    public void SingleThingsAreText(object? value, string text)
    {
        var bundle = ValueDisplay.Of(value);
        Assert.Equal(text, bundle.Text(MimeTypes.Plain));
        Assert.Null(bundle.Text(MimeTypes.Html));
    }

    [Fact]
    public void WhatIsShownAsATableBringsItForReports()
    {
        Assert.Equal(600, ValueDisplay.Of(Enumerable.Range(0, 600).ToList()).Table!.RowCount);
        Assert.Equal(2, ValueDisplay.Of(new int[2, 3]).Table!.RowCount);
        Assert.Equal(1, ValueDisplay.Of(new { Port = 443 }).Table!.RowCount);
        Assert.Null(ValueDisplay.Of(1).Table);
    }

    [Fact]
    public void RecordsAreRowsAndTheirPropertiesColumns()
    {
        var bundle = Show(new[]
        {
            new Peer("10.0.0.1", 2_000_000, null), new Peer("<img onerror=x>", 1, Way.Inbound),
        });
        Assert.Equal(
            """
            Ip               TotalBytes  Way
            ---------------  ----------  -------
            10.0.0.1            2000000  null
            <img onerror=x>           1  Inbound
            """,
            Plain(bundle));
        Assert.Contains("2 MB", bundle.Text(MimeTypes.Html), StringComparison.Ordinal);
        Assert.DoesNotContain("<img", bundle.Text(MimeTypes.Html), StringComparison.Ordinal);
    }

    [Fact]
    public void AnonymousObjectsTuplesAndPairsAreRowsToo()
    {
        Assert.Equal("A  B\n-  -\n1  x", Plain(Show(new[] { new { A = 1, B = "x" } })));
        Assert.Equal("Item1  Item2\n-----  -----\n    1  x", Plain(Show(new[] { (1, "x") })));
        Assert.Equal("Key  Value\n---  -----\nk        1", Plain(Show(new Dictionary<string, int> { ["k"] = 1 })));
    }

    [Fact]
    public void ASequenceOfSingleThingsIsOneColumn()
    {
        Assert.Equal("value\n-----\n    1\n    2", Plain(Show(new List<int> { 1, 2 })));
        Assert.Equal("value\n-----\n1\na\nnull", Plain(Show(new object?[] { 1, "a", null })));
        Assert.Equal("value\n------\n[1, 2]", Plain(Show(new[] { new[] { 1, 2 } })));
    }

    [Fact]
    public void ACollectionInsideShowsItsFirstScalars()
    {
        Assert.Equal(
            "property  value\n--------  ------\nX         1\nY         [a, b]",
            Plain(Show(new { X = 1, Y = new[] { "a", "b" } })));
        Assert.Equal(
            "value\n-----------------------------------\n[1, 2, 3, 4, 5, 6, 7, 8, …] (1,000)",
            Plain(Show(new[] { Enumerable.Range(1, 1000).ToList() })));
        Assert.Contains("int[][] (1)", Plain(Show(new[] { new[] { new[] { 1 } } })), StringComparison.Ordinal);
    }

    [Fact]
    public void ADictionaryInsideShowsItsFirstKeysAndValues()
    {
        Assert.Equal(
            "value\n------------\n{a: 1, b: 2}",
            Plain(Show(new[] { new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 } })));
        Assert.Equal(
            "{0: x, 1: x, 2: x, 3: x, 4: x, 5: x, 6: x, 7: x, …} (80)",
            BriefText.Of(Enumerable.Range(0, 80).ToDictionary(n => n, _ => "x")));
        Assert.Equal(
            "{a: List<int[]> (1), b: null}",
            BriefText.Of(new Dictionary<string, List<int[]>?> { ["a"] = [[1]], ["b"] = null }));
        var self = new Dictionary<string, object>();
        self["self"] = self;
        Assert.Equal("{self: Dictionary<string, object> (1)}", BriefText.Of(self));
    }

    [Fact]
    public void AnArrayOfTwoDimensionsIsATable()
    {
        Assert.Equal("0  1\n-  -\n1  2\n3  4", Plain(Show(new[,] { { 1, 2 }, { 3, 4 } })));
        Assert.Equal("0  1\n-  ----\na  null", Plain(Show(new[,] { { "a", null } })));
        Assert.Contains("no rows", Html(Show(new int[0, 2])), StringComparison.Ordinal);
        Assert.Contains(
            "the first 2 × 100 of 2 × 1,000 items", Plain(Show(new int[2, 1_000])), StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingTextDiffersFromAnEmptyOne() =>
        Assert.Equal("value\n-----\n\nnull\na", Plain(Show(new[] { "", null, "a" })));

    [Fact]
    public void TablesOfValuesCanBeSortedAndFiltered()
    {
        Assert.Contains("data-script=\"sort filter\"", Html(Show(Enumerable.Range(0, 20))), StringComparison.Ordinal);
        Assert.DoesNotContain("data-script", Html(Show(new Peer("10.0.0.1", 1, null))), StringComparison.Ordinal);
    }

    [Fact]
    public void ALazySequenceIsReadOnlyAsFarAsItIsShown()
    {
        var read = 0;
        var bundle = Show(Forever());
        Assert.Equal(501, read);
        Assert.Contains("the first 500 items; the sequence was not read", Html(bundle), StringComparison.Ordinal);

        IEnumerable<int> Forever()
        {
            while (true)
                yield return read++;
        }
    }

    [Fact]
    public void ALongListSaysHowMuchOfItIsShown()
    {
        Assert.Contains("500 of 2,000 rows shown", Html(Show(new int[2_000])), StringComparison.Ordinal);
        Assert.Contains("the first 10,000 of 20,000 items", Html(Show(new int[20_000])), StringComparison.Ordinal);
    }

    [Fact]
    public void AnObjectIsShownByItsPropertiesAndItsOwnText()
    {
        var bundle = Show(new Peer("10.0.0.1", 1, null));
        Assert.Contains("<td style=\"text-align:left\">10.0.0.1</td>", Html(bundle), StringComparison.Ordinal);
        Assert.Equal("Peer { Ip = 10.0.0.1, TotalBytes = 1, Way = null }", bundle.Text(MimeTypes.Plain));
    }

    [Fact]
    public void AGetterThatThrowsShowsWhatItThrew() =>
        Assert.Contains("(InvalidOperationException: broken)", Plain(Show(new Broken())), StringComparison.Ordinal);

    [Fact]
    public void WhatKnowsHowToShowItselfDoes()
    {
        var own = MimeBundle.Plain("own");
        Assert.Same(own, Show(own));
        Assert.Same(own, Show(new Displayable(own)));
    }

    [Fact]
    public void AnEmptySequenceSaysSo() =>
        Assert.Contains("no rows", Show(Array.Empty<Peer>()).Text(MimeTypes.Html), StringComparison.Ordinal);

    [Fact]
    public async Task AnInterruptStopsASequenceThatNeverGives()
    {
        var endless = await new Notebook().ValueOf("Enumerable.Range(0, 9).Where(i => { while (true) { } })");
        using var interrupt = new CancellationTokenSource();
        CellScope.Enter(new RecordedOutput(), interrupt.Token);
        var shown = Task.Run(() => ValueDisplay.Of(endless), Notebook.Test);
        await interrupt.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => shown);
    }

    private static MimeBundle Show(object? value) => ValueDisplay.Of(value);

    private static string? Html(MimeBundle bundle) => bundle.Text(MimeTypes.Html);

    private static string Plain(MimeBundle bundle) =>
        string.Join('\n', bundle.Text(MimeTypes.Plain)!.Split('\n').Select(line => line.TrimEnd()));

    private sealed record Peer(string Ip, long TotalBytes, Way? Way);

    private sealed class Broken
    {
        public int Value => throw new InvalidOperationException("broken");
    }

    private sealed class Displayable(MimeBundle bundle) : IDisplayable
    {
        public MimeBundle ToMimeBundle() => bundle;
    }
}
