using System.Text.Json.Nodes;
using FlowKernel.Jupyter.Tests.Hosting;
using FlowKernel.Notebook;

namespace FlowKernel.Jupyter.Tests;

public sealed class StdinTests
{
    private static readonly JsonObject Allowed = new() { ["allow_stdin"] = true };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TheUserIsAskedInTheFrontEndThatRunsTheCell(bool password)
    {
        await using var host = new TestHost(Asking("Who? ", password));
        var front = host.FrontEnd;
        var id = front.Execute("cell", (JsonObject)Allowed.DeepClone());

        var question = front.Next(front.Stdin);
        front.Answer("Ada");

        Assert.Equal("input_request", question.Type);
        Assert.Equal(id, question.ParentId);
        Assert.Equal("Who? ", (string?)question.Content["prompt"]);
        Assert.Equal(password, (bool)question.Content["password"]!);
        var result = front.UntilIdle(id).Single(o => o.Type == "execute_result");
        Assert.Equal("Ada", (string?)result.Content["data"]!["text/plain"]);
    }

    [Fact]
    public async Task AnAnswerBeforeTheQuestionIsDropped()
    {
        await using var host = new TestHost(Asking("Who? ", password: false));
        var front = host.FrontEnd;
        front.Answer("nobody asked");
        front.Execute("cell", (JsonObject)Allowed.DeepClone());
        front.Next(front.Stdin);
        front.Answer("Ada");

        Assert.Equal("ok", front.Next(front.Shell).Status);
    }

    [Fact]
    public async Task WhereNobodyCanAnswerTheCellIsTold()
    {
        await using var host = new TestHost(Asking("Who? ", password: false));

        var reply = host.FrontEnd.Run("cell").Reply;

        Assert.Equal("NotSupportedException", (string?)reply.Content["ename"]);
        Assert.Equal("This front end cannot ask the user for input.", (string?)reply.Content["evalue"]);
    }

    [Fact]
    public async Task AnInterruptEndsAQuestion()
    {
        await using var host = new TestHost(Asking("Who? ", password: false));
        var front = host.FrontEnd;
        front.Execute("cell", (JsonObject)Allowed.DeepClone());
        front.Next(front.Stdin);

        front.Ask(front.Control, "interrupt_request");

        Assert.Equal("Interrupted", (string?)front.Next(front.Shell).Content["ename"]);
    }

    private static FakeKernel Asking(string prompt, bool password) => new()
    {
        Run = async (_, output, cancellation) =>
            new CellResult { Value = MimeBundle.Plain(await output.AskAsync(prompt, password, cancellation)) },
    };
}
