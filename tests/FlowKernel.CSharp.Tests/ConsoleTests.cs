namespace FlowKernel.CSharp.Tests;

public sealed class ConsoleTests
{
    [Fact]
    public async Task ConsoleTextGoesToTheCellsOutput()
    {
        var notebook = new Notebook();
        await notebook.Run("Console.WriteLine(\"out\"); Console.Error.Write(\"bad\");");
        Assert.Equal("out" + Environment.NewLine, notebook.Output.Out);
        Assert.Equal("bad", notebook.Output.Error);
    }

    [Fact]
    public async Task BackgroundTextGoesToTheCellThatStartedIt()
    {
        var cells = new Notebook().Cells;
        var first = new RecordedOutput();
        var second = new RecordedOutput();
        await cells.RunAsync(
            "var go = new TaskCompletionSource();\n"
            + "var late = Task.Run(async () => { await go.Task; Console.Write(1); });",
            first,
            Notebook.Test);
        await cells.RunAsync("go.SetResult(); await late; Console.Write(2);", second, Notebook.Test);
        Assert.Equal("1", first.Out);
        Assert.Equal("2", second.Out);
    }

    [Fact]
    public async Task ReadLineAsksTheUser()
    {
        var notebook = new Notebook { Output = new RecordedOutput { Answer = "10.1.1.8" } };
        Assert.Equal("10.1.1.8", await notebook.ValueOf("Console.ReadLine()"));
    }
}
