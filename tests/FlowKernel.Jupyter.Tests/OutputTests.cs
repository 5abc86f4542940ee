using System.Text.Json.Nodes;
using FlowKernel.Jupyter.Tests.Hosting;
using FlowKernel.Notebook;

namespace FlowKernel.Jupyter.Tests;

public sealed class OutputTests
{
    [Fact]
    public async Task TextIsShownWhileTheCellStillRuns()
    {
        var finish = new TaskCompletionSource<CellResult>();
        await using var host = new TestHost(new FakeKernel
        {
            Run = (_, output, _) =>
            {
                output.WriteOut("early");
                return finish.Task;
            },
        });
        var id = host.FrontEnd.Execute("cell");

        var shown = Enumerable.Range(0, 9).Select(_ => host.FrontEnd.Next(host.FrontEnd.Iopub))
            .First(message => message.Type == "stream");
        finish.SetResult(CellResult.Done);

        Assert.Equal("early", shown.Text);
        Assert.Equal(id, shown.ParentId);
        Assert.DoesNotContain(host.FrontEnd.UntilIdle(id), message => message.Type == "stream");
    }

    [Fact]
    public async Task ManySmallWritesBecomeFewMessagesAndLoseNothing()
    {
        await using var host = new TestHost(FakeKernel.Running(output =>
        {
            foreach (var number in Enumerable.Range(0, 50_000))
                output.WriteOut($"{number}\n");
            return CellResult.Done;
        }));

        var streams = host.FrontEnd.Run("cell").Outputs.Where(o => o.Type == "stream").ToArray();

        Assert.Equal(
            string.Concat(Enumerable.Range(0, 50_000).Select(number => $"{number}\n")),
            string.Concat(streams.Select(stream => stream.Text)));
        Assert.InRange(streams.Length, 1, 100);
    }

    [Fact]
    public async Task OutputAfterTheCellHasEndedKeepsItsParent()
    {
        ICellOutput? first = null;
        await using var host = new TestHost(FakeKernel.Running(output =>
        {
            first ??= output;
            return CellResult.Done;
        }));
        var front = host.FrontEnd;
        var id = front.Run("starts background work").Reply.ParentId;
        front.Run("another cell");

        await Task.Run(() => first!.WriteOut("late"), TestContext.Current.CancellationToken);
        var late = front.Next(front.Iopub);

        Assert.Equal("late", late.Text);
        Assert.Equal(id, late.ParentId);
    }

    [Fact]
    public async Task OutputFromManyThreadsIsWhole()
    {
        await using var host = new TestHost(new FakeKernel
        {
            Run = async (_, output, _) =>
            {
                await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(() =>
                {
                    foreach (var number in Enumerable.Range(0, 200))
                        output.Display(MimeBundle.Plain($"{thread}:{number}"));
                })));
                return CellResult.Done;
            },
        });

        var shown = host.FrontEnd.Run("cell").Outputs.Where(o => o.Type == "display_data")
            .Select(o => (string)o.Content["data"]!["text/plain"]!).ToArray();

        Assert.Equal(1600, shown.Distinct().Count());
        Assert.Equal(
            Enumerable.Range(0, 200).Select(number => $"3:{number}"),
            shown.Where(text => text.StartsWith("3:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ADisplayCanBeUpdatedUnderItsId()
    {
        await using var host = new TestHost(FakeKernel.Running(output =>
        {
            output.Display(MimeBundle.Plain("0 %"), "progress");
            output.UpdateDisplay("progress", MimeBundle.Plain("100 %"));
            return CellResult.Done;
        }));

        var outputs = host.FrontEnd.Run("cell").Outputs.Skip(2).SkipLast(1);

        Assert.Equal(
            [("display_data", "progress", "0 %"), ("update_display_data", "progress", "100 %")],
            outputs.Select(o => (
                o.Type,
                (string)o.Content["transient"]!["display_id"]!,
                (string)o.Content["data"]!["text/plain"]!)));
    }

    [Fact]
    public async Task JsonFormsAreObjectsAndTextFormsAreStrings()
    {
        var bundle = new MimeBundle(new Dictionary<string, JsonNode>
        {
            [MimeTypes.Plotly] = new JsonObject { ["data"] = new JsonArray(1, 2) },
            [MimeTypes.Plain] = JsonValue.Create("<chart> \"é🙂\""),
        })
        {
            Metadata = new Dictionary<string, JsonNode> { [MimeTypes.Plotly] = new JsonObject { ["height"] = 300 } },
        };
        await using var host = new TestHost(FakeKernel.Running(output =>
        {
            output.Display(bundle);
            output.Display(bundle);
            return CellResult.Done;
        }));

        var shown = host.FrontEnd.Run("cell").Outputs.Where(o => o.Type == "display_data").ToArray();

        Assert.Equal(2, shown.Length);
        Assert.Equal(2, (int)shown[1].Content["data"]![MimeTypes.Plotly]!["data"]![1]!);
        Assert.Equal("<chart> \"é🙂\"", (string?)shown[1].Content["data"]![MimeTypes.Plain]);
        Assert.Equal(300, (int)shown[1].Content["metadata"]![MimeTypes.Plotly]!["height"]!);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ClearingIsPassedOnAfterTheTextBefore(bool wait)
    {
        await using var host = new TestHost(FakeKernel.Running(output =>
        {
            output.WriteOut("old");
            output.Clear(wait);
            output.WriteOut("new");
            return CellResult.Done;
        }));

        var outputs = host.FrontEnd.Run("cell").Outputs.Skip(2).SkipLast(1).ToArray();

        Assert.Equal(["stream", "clear_output", "stream"], outputs.Select(o => o.Type));
        Assert.Equal(wait, (bool)outputs[1].Content["wait"]!);
    }
}
