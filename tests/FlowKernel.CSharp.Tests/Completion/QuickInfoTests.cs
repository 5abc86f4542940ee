using FlowKernel.Text;

namespace FlowKernel.CSharp.Tests.Completion;

public sealed class QuickInfoTests
{
    private readonly Notebook _notebook = new();

    [Fact]
    public async Task ASignatureComesWithItsDocumentation()
    {
        var info = await _notebook.Cells.ExplainAsync("Console.WriteLine(1)", 10, Notebook.Test);
        Assert.Equal(new TextSpan(8, 9), info!.Span);
        Assert.StartsWith("```csharp\nvoid Console.WriteLine(int value)", info.Markdown, StringComparison.Ordinal);
        Assert.Contains("of the specified 32-bit signed integer", info.Markdown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("List<int> list;", 1, "Represents a strongly typed list")]
    [InlineData("new[] { 1 }.Where(x => x > 0)", 13, "Filters a sequence of values")]
    [InlineData("JsonSerializer.Serialize(1)", 3, "serialize objects or value types to JSON")]
    public async Task TypesInOtherAssembliesAreDocumentedToo(string code, int offset, string text)
    {
        await _notebook.Run("using System.Text.Json;");
        var info = await _notebook.Cells.ExplainAsync(code, offset, Notebook.Test);
        Assert.Contains(text, info!.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AVariableOfAnEarlierCellShowsItsType()
    {
        await _notebook.Run("/// <summary>All peers.</summary>\nvar peers = new List<string>();");
        var info = await _notebook.Cells.ExplainAsync("peers", 5, Notebook.Test);
        Assert.Equal("```csharp\n(field) List<string> peers\n```\n\nAll peers.", info!.Markdown);
    }

    [Fact]
    public async Task OurOwnTypesAreDocumented()
    {
        var notebook = new Notebook(new CSharpCellsOptions { Usings = ["FlowKernel.Notebook"] });
        var info = await notebook.Cells.ExplainAsync("MimeBundle.Plain(\"\")", 12, Notebook.Test);
        Assert.Contains("A bundle with a plain text only.", info!.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllThatTheDocumentationSaysIsShown()
    {
        await _notebook.Run("""
            /// <summary>Looks a <see cref="string"/> up.</summary>
            /// <param name="key">What to look for; see <paramref name="deep"/>.</param>
            /// <param name="deep">Whether to look <c>everywhere</c>.</param>
            /// <returns>What was found, or <see langword="null"/>.</returns>
            /// <exception cref="ArgumentException">The key is empty.</exception>
            /// <remarks>Slow.</remarks>
            string Look(string key, bool deep) => key;
            """);
        var info = await _notebook.Cells.ExplainAsync("Look(\"a\", true)", 2, Notebook.Test);
        Assert.Equal(
            """
            ```csharp
            string Look(string key, bool deep)
            ```

            Looks a `string` up.

            - `key`: What to look for; see `deep`.
            - `deep`: Whether to look `everywhere`.

            Returns: What was found, or `null`.

            - throws `ArgumentException`: The key is empty.

            Slow.
            """.ReplaceLineEndings("\n"),
            info!.Markdown);
        Assert.Contains("- throws ArgumentException: The key is empty.", info.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InheritedDocumentationIsFound()
    {
        await _notebook.Run("""
            interface IShape
            {
                /// <summary>How big it is.</summary>
                double Area { get; }
            }
            class Square : IShape { /// <inheritdoc/>
                public double Area => 1; }
            """);
        var info = await _notebook.Cells.ExplainAsync("new Square().Area", 14, Notebook.Test);
        Assert.Contains("How big it is.", info!.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LinesEndAlikeOnEverySystem()
    {
        var info = await _notebook.Cells.ExplainAsync("var d = new Dictionary<string, int>();", 1, Notebook.Test);
        Assert.Contains("TKey is string\nTValue is int\n", info!.Plain, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', info.Markdown);
    }

    [Fact]
    public async Task NothingIsSaidOfWhiteSpace() =>
        Assert.Null(await _notebook.Cells.ExplainAsync("1 +   2", 5, Notebook.Test));
}
