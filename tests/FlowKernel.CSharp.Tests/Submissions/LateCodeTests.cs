namespace FlowKernel.CSharp.Tests.Submissions;

/// <summary>Code that somebody holds finds what it was compiled against, also when it first runs long after.</summary>
public sealed class LateCodeTests
{
    private readonly Notebook _notebook = new(new CSharpCellsOptions { FewestConsolidated = ManyCells.Fewest });

    [Theory]
    [InlineData("static int Own(int n) => n + 1;", "Own(3)", 4)]
    [InlineData("int Own(int n) => n + 1;", "Own(3)", 4)]
    [InlineData("static int Inner(int n) => n + 1; static int Own(int n) => Inner(n);", "Own(3)", 4)]
    [InlineData("record Own(int A);", "new Own(4).A", 4)]
    [InlineData("enum Own { A = 4 }", "(int)Enum.Parse<Own>(\"A\")", 4)]
    [InlineData("class Own<T> { public static int Size() => typeof(T) == typeof(int) ? 4 : 8; }", "Own<int>.Size()", 4)]
    public async Task ALambdaThatWasNeverCalledFindsItsFunctionsAndTypes(string declaration, string call, int value)
    {
        await _notebook.ValueOf("var held = new List<Func<int>>();");
        await _notebook.ValueOf(declaration);
        await _notebook.ValueOf($"held.Add(() => {call});");
        await _notebook.DeclareVariablesAsync();
        await CollectAsync();
        await _notebook.ValueOf($"held.Add(() => {call});");
        Assert.Equal(value, await _notebook.ValueOf("held[0]()"));
        for (var i = 0; i < ManyCells.Count; i++)
            await _notebook.ValueOf(declaration);
        await _notebook.DeclareVariablesAsync("later");
        await CollectAsync();
        Assert.Equal(value, await _notebook.ValueOf("held[1]()"));
        Assert.Equal(value, await _notebook.ValueOf(call));
    }

    [Fact]
    public async Task AFunctionThatWaitsFindsWhatItCallsAfterwards()
    {
        await _notebook.ValueOf("static int Own(int n) => n + 1;");
        await _notebook.ValueOf("var go = new TaskCompletionSource();");
        await _notebook.ValueOf("async Task<int> Wait() { await go.Task; return Use(); int Use() => Own(5); }");
        await _notebook.ValueOf("var waiting = Wait();");
        for (var i = 0; i < ManyCells.Count; i++)
            await _notebook.ValueOf("static int Own(int n) => n + 1;");
        await _notebook.DeclareVariablesAsync();
        await CollectAsync();
        Assert.Equal(6, await _notebook.ValueOf("go.SetResult(); await waiting"));
    }

    private static Task<bool> CollectAsync() => Collected.IsAliveAsync(new WeakReference(new object()));
}
