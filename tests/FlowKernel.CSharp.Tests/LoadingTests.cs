using FlowKernel.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp.Tests;

public sealed class LoadingTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();
    private readonly Notebook _notebook = new();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task ALoadedFileDeclaresForThisAndLaterCells()
    {
        await File.WriteAllTextAsync(_file, "int Twice(int n) => 2 * n;", Notebook.Test);
        Assert.Equal(4, await _notebook.ValueOf($"#load \"{_file}\"\nwhile (true) break;\nTwice(2)"));
        Assert.Equal(6, await _notebook.ValueOf("Twice(3)"));
    }

    [Fact]
    public async Task ACellMayLoadAFileAndNothingElse()
    {
        await File.WriteAllTextAsync(_file, "var loaded = 0; for (; loaded < 7; loaded++) { }", Notebook.Test);
        await _notebook.Run($"#load \"{_file}\"");
        Assert.Equal(7, await _notebook.ValueOf("loaded"));
    }

    [Fact]
    public async Task CallsWithoutEndInALoadedFileAreAnErrorNotTheEndOfTheProcess()
    {
        await File.WriteAllTextAsync(_file, "int Deep(int n) => Deep(n + 1) + 1;", Notebook.Test);
        await Assert.ThrowsAsync<InsufficientExecutionStackException>(
            () => _notebook.Run($"#load \"{_file}\"\nDeep(0)"));
    }

    [Theory]
    [InlineData("var ticks = 0L; void Wait() { Console.Write(1); while (true) ticks++; }", "Wait();")]
    [InlineData("var ticks = 0L; void Wait() { Console.Write(1); while (true) ticks++; }", "1 + 1", "Wait();")]
    [InlineData("var ticks = 0L; Console.Write(1); while (true) ticks++;", "1 + 1")]
    public async Task AnInterruptStopsALoopInALoadedFile(string loaded, string code, string? later = null)
    {
        await File.WriteAllTextAsync(_file, loaded, Notebook.Test);
        if (later is not null)
            await _notebook.Run($"#load \"{_file}\"\n{code}");
        using var interrupt = new CancellationTokenSource();
        var run = _notebook.Cells.RunAsync(
            later ?? $"#load \"{_file}\"\n{code}", _notebook.Output, interrupt.Token);
        while (!run.IsCompleted && _notebook.Output.Out.Length == 0)
            await Task.Delay(5, Notebook.Test);
        Assert.False(run.IsCompleted);
        await interrupt.CancelAsync();
        // A cell that cannot be stopped is given up, and its thread goes on for ever.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Equal(true, await _notebook.ValueOf("var before = ticks; Thread.Sleep(50); ticks == before"));
    }

    [Fact]
    public async Task AMistakeInALoadedFileNamesTheFile()
    {
        await File.WriteAllTextAsync(_file, "var a = 1;\nvar b = missing;", Notebook.Test);
        var error = await _notebook.ErrorOf($"#load \"{_file}\"\n1");
        Assert.Equal("The name 'missing' does not exist in the current context", error.Message);
        Assert.Equal((_file, 2, 9), (error.File!.Path, PlaceOf(error).Line, PlaceOf(error).Column));
    }

    [Fact]
    public async Task ASlipOfSyntaxComesBeforeWhatFollowsFromIt()
    {
        const string Code = "int Bad( => 1;";
        await File.WriteAllTextAsync(_file, Code, Notebook.Test);
        var loaded = await _notebook.Run($"#load \"{_file}\"\n1");
        Assert.Equal(["CS1001", "CS1026", "CS0501"], loaded.Diagnostics.Select(d => d.Code));
        Assert.Equal(["CS1001", "CS1026", "CS0501"], (await _notebook.Run(Code)).Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public async Task AReferencedFileCanBeUsed()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var assembly = Path.Combine(folder, "Extra.dll");
        Build(assembly, "public static class Extra { public static int Answer => 42; }");
        Assert.Equal(42, await _notebook.ValueOf($"#r \"{assembly}\"\nExtra.Answer"));
        Assert.Equal(43, await _notebook.ValueOf("Extra.Answer + 1"));
        Assert.Equal("Extra", (await _notebook.Cells.CompleteAsync("Extr", 4, Notebook.Test)).Items[0].Label);
        Directory.Delete(folder, recursive: true);
    }

    private static LinePosition PlaceOf(FlowKernel.Diagnostics.Diagnostic error) =>
        error.File!.Text.PositionOf(error.Span.Start);

    private static void Build(string path, string code) => CSharpCompilation.Create(
        Path.GetFileNameWithoutExtension(path),
        [CSharpSyntaxTree.ParseText(code, cancellationToken: Notebook.Test)],
        [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
        .Emit(path, cancellationToken: Notebook.Test);
}
