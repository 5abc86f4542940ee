using System.Text.Json.Nodes;
using FlowKernel.Jupyter.Tests.Hosting;
using FlowKernel.Notebook;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.Jupyter.Tests;

public sealed class LanguageMessagesTests
{
    [Fact]
    public async Task CompletionCountsCodePointsWhereCSharpCountsUnits()
    {
        int? seen = null;
        await using var host = new TestHost(new FakeKernel
        {
            Complete = (_, offset) =>
            {
                seen = offset;
                var item = new CompletionItem("print(…)", "print", "function", "prints");
                return new CompletionList(new TextSpan(5, 3), [item]);
            },
        });

        var reply = host.FrontEnd.Ask("complete_request", Cursor("🙂🙂 pri rest", 6)).Content;

        Assert.Equal(8, seen);
        Assert.Equal("ok", (string?)reply["status"]);
        Assert.Equal(["print"], reply["matches"]!.AsArray().Select(m => (string?)m));
        Assert.Equal(3, (int)reply["cursor_start"]!);
        Assert.Equal(6, (int)reply["cursor_end"]!);
        var item = reply["metadata"]!["_jupyter_types_experimental"]![0]!;
        Assert.Equal("function", (string?)item["type"]);
        Assert.Equal("print(…)", (string?)item["displayText"]);
        Assert.Equal("prints", (string?)item["signature"]);
        Assert.Equal(3, (int)item["start"]!);
    }

    [Fact]
    public async Task ACursorPastTheEndOrMissingMeansTheEnd()
    {
        var seen = new List<int>();
        await using var host = new TestHost(new FakeKernel
        {
            Complete = (_, offset) =>
            {
                seen.Add(offset);
                return CompletionList.None(offset);
            },
        });

        host.FrontEnd.Ask("complete_request", Cursor("a🙂", 99));
        host.FrontEnd.Ask("complete_request", new JsonObject { ["code"] = "a🙂" });
        host.FrontEnd.Ask("complete_request", Cursor("a🙂", -4));

        Assert.Equal([3, 3, 0], seen);
    }

    [Fact]
    public async Task InspectShowsWhatTheKernelKnows()
    {
        await using var host = new TestHost(new FakeKernel
        {
            Inspect = (code, offset) => offset == 2 ? MimeBundle.Of((MimeTypes.Markdown, $"**{code}**")) : null,
        });

        var found = host.FrontEnd.Ask("inspect_request", Cursor("🙂x", 1)).Content;
        var missing = host.FrontEnd.Ask("inspect_request", Cursor("🙂x", 0)).Content;

        Assert.True((bool)found["found"]!);
        Assert.Equal("**🙂x**", (string?)found["data"]![MimeTypes.Markdown]);
        Assert.Equal("ok", (string?)missing["status"]);
        Assert.False((bool)missing["found"]!);
        Assert.Empty(missing["data"]!.AsObject());
    }

    [Theory]
    [InlineData(Completeness.Complete, "complete", null)]
    [InlineData(Completeness.Invalid, "invalid", null)]
    [InlineData(Completeness.Incomplete, "incomplete", "        ")]
    public async Task IsCompleteSaysAllThreeAndIndentsAfterABracket(Completeness answer, string status, string? indent)
    {
        await using var host = new TestHost(new FakeKernel { Completeness = _ => answer });

        var reply = host.FrontEnd.Ask("is_complete_request", new JsonObject { ["code"] = "if (x)\n    {" });

        Assert.Equal(status, reply.Status);
        Assert.Equal(indent, (string?)reply.Content["indent"]);
    }

    private static JsonObject Cursor(string code, int position) => new() { ["code"] = code, ["cursor_pos"] = position };
}
