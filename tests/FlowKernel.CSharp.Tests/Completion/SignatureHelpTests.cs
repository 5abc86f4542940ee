using FlowKernel.Session;

namespace FlowKernel.CSharp.Tests.Completion;

public sealed class SignatureHelpTests
{
    private readonly Notebook _notebook = new();

    [Theory]
    [InlineData("Console.WriteLine(|)", "void Console.WriteLine()")]
    [InlineData("\"abc\".IndexOf('b', |)", "int string.IndexOf(char value, int startIndex)",
        "                               ^^^^^^^^^^^^^^")]
    [InlineData("\"abc\".IndexOf('b', |", "int string.IndexOf(char value, int startIndex)",
        "                               ^^^^^^^^^^^^^^")]
    [InlineData("string.Join(\",\", 1, |2)",
        "string string.Join(string? separator, params ReadOnlySpan<object?> values)",
        "                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^")]
    [InlineData("new DateTime(2024, 4, |23)", "new DateTime(int year, int month, int day)",
        "                                  ^^^^^^^")]
    [InlineData("DateTime d = new(2024, 4, |", "new DateTime(int year, int month, int day)",
        "                                  ^^^^^^^")]
    [InlineData("new Dictionary<string, int>()[|\"a\"]", "int Dictionary<string, int>[string key]",
        "                            ^^^^^^^^^^")]
    [InlineData("Func<int, bool> f = x => true; f(|)", "bool Func<int, bool>(int arg)",
        "                     ^^^^^^^")]
    [InlineData("new[] { 1 }.Where(|)", "IEnumerable<int> IEnumerable<int>.Where<int>(Func<int, bool> predicate)")]
    [InlineData("Math.Max(val2: |1, val1: 2)", "int Math.Max(int val1, int val2)",
        "                       ^^^^^^^^")]
    [InlineData("int Twice(int n) => 2 * n; Twice(|)", "int Twice(int n)", "          ^^^^^")]
    [InlineData("Math.Max(1, |", "int Math.Max(int val1, int val2)")]
    [InlineData("Math.Max(1L, |", "long Math.Max(long val1, long val2)")]
    [InlineData("Math.Max(1.5, |)", "double Math.Max(double val1, double val2)")]
    [InlineData("Math.Round(2.5, |", "double Math.Round(double value, int digits)")]
    [InlineData("new DateTime(2024, |", "new DateTime(int year, int month, int day)",
        "                       ^^^^^^^^^")]
    [InlineData("new DateTime(0L, |", "new DateTime(long ticks, DateTimeKind kind)")]
    [InlineData("new TimeSpan(1, 2, |", "new TimeSpan(int hours, int minutes, int seconds)")]
    [InlineData("string.Join(separator: ',', |", "string string.Join(char separator, params string?[] value)")]
    public async Task TheOverloadAndTheParameterAreMarked(string code, string signature, string? marks = null)
    {
        var lines = (await Explain(code))!.Plain!.Split('\n');
        Assert.Equal(signature, lines[0]);
        if (marks is not null)
            Assert.Equal(marks, lines[1]);
    }

    [Fact]
    public async Task TheDocumentationOfAllParametersIsShownTheCurrentOneStrong()
    {
        var markdown = (await Explain("Math.Max(1, |2)"))!.Markdown;
        Assert.StartsWith("```csharp\nint Math.Max(int val1, int val2)\n", markdown, StringComparison.Ordinal);
        Assert.Contains("\n- `val1`: The first of two", markdown, StringComparison.Ordinal);
        Assert.Contains("\n- **val2**: The second of two", markdown, StringComparison.Ordinal);
        Assert.Contains("Returns: Parameter `val1` or `val2`", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheOtherOverloadsAreListed()
    {
        var text = (await Explain("\"\".IndexOf(|)"))!.Plain!;
        Assert.Matches("\n\\d+ more overloads:\n\nint string.IndexOf", text);
    }

    [Fact]
    public async Task AFunctionOfAnEarlierCellIsKnownWithItsDocumentation()
    {
        await _notebook.ValueOf(
            "/// <summary>Doubles.</summary>\n/// <param name=\"n\">What to double.</param>\n"
            + "int Twice(int n) => 2 * n;");
        Assert.Equal(
            "int Twice(int n)\n          ^^^^^\n\nDoubles.\n\n- n: What to double.", (await Explain("Twice(|"))!.Plain);
    }

    [Fact]
    public async Task ANameThatIsAnArgumentIsExplainedBeforeItsCall()
    {
        await _notebook.ValueOf("var size = 3;");
        var text = (await Explain("Math.Abs(si|ze)"))!.Plain!;
        Assert.StartsWith("(field) int size\n\nint Math.Abs(int value)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Math.A|bs(1)")]
    [InlineData("Mat|h.Abs(1)")]
    public async Task OnTheNameOfACallTheNameIsExplained(string code) =>
        Assert.DoesNotContain("^^^", (await Explain(code))!.Plain!, StringComparison.Ordinal);

    [Theory]
    [InlineData("new[] { 1 }.Select(x => { |; return 1; })")]
    [InlineData("Nothing(|)")]
    public async Task WhereNoCallIsKnownNothingIsSaid(string code) => Assert.Null(await Explain(code));

    private async Task<QuickInfo?> Explain(string marked)
    {
        var offset = marked.IndexOf('|', StringComparison.Ordinal);
        return await _notebook.Cells.ExplainAsync(marked.Remove(offset, 1), offset, Notebook.Test);
    }
}
