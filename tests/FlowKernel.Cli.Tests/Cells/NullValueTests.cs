using FlowKernel.Notebook;

namespace FlowKernel.Cli.Tests.Cells;

/// <summary>That a value is null is seen.</summary>
public sealed class NullValueTests : IAsyncDisposable
{
    private readonly CellSession _session = new();

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    [Theory]
    [InlineData("(string)null")]
    [InlineData("int? n = null; n")]
    [InlineData("\"a\".ToString() == \"b\" ? \"c\" : null")]
    public async Task ACellWhoseValueIsNullSaysSo(string cell) => Assert.Equal("null", await _session.RunAsync(cell));

    [Theory]
    [InlineData("string s = null;")]
    [InlineData("Display(1)")]
    [InlineData("if (DateTime.Now.Year > 1) return;")]
    [InlineData("List<int> none = null; none?.Clear()")]
    public async Task ACellWithoutAValueSaysNothing(string cell) => Assert.Equal("", await _session.RunAsync(cell));

    [Fact]
    public async Task DisplayOfNullShowsIt()
    {
        await _session.RunAsync("Display(null)");
        Assert.Equal("null", _session.Displayed?.Text(MimeTypes.Plain));
    }
}
