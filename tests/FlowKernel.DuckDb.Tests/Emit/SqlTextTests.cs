using FlowKernel.DuckDb.Emit;
using FlowKernel.Results;
using static FlowKernel.DuckDb.Tests.Emit.Plans;

namespace FlowKernel.DuckDb.Tests.Emit;

public class SqlTextTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("it's 'quoted' \"twice\"; DROP TABLE x; --")]
    [InlineData("line\nbreak\r\n\ttab")]
    [InlineData("nul \0 inside")]
    [InlineData("\0")]
    [InlineData("emoji 🛰️ and ünïcode")]
    [InlineData("\\ %s {0} $1 ?")]
    [InlineData("")]
    public void AnyTextComesBackAsItWas(string text)
    {
        var s = Chars("s");

        Assert.Equal(text, Runs.Run(Table([s], [text]))[0, 0]);
    }

    [Theory]
    [InlineData("a\"b")]
    [InlineData("select")]
    [InlineData("two words; --")]
    [InlineData("🛰️")]
    [InlineData("")]
    public void AnyNameCanBeAColumn(string name)
    {
        var column = Long(name);
        var table = Runs.Run(Table([column], [1L], [2L]).OrderBy(column));

        Assert.Equal(name, table.Columns[0].Name);
        Assert.Equal(1L, table[0, 0]);
    }

    [Fact]
    public void TextsNeverBreakTheLine()
    {
        Assert.Equal("('a' || chr(10) || 'b')", SqlText.Text("a\nb"));
    }

    [Fact]
    public void NullOfEachTypeIsTyped()
    {
        foreach (var type in Enum.GetValues<KqlType>())
        {
            var value = Runs.Run(Table([new("c", type)], [(object?)null]))[0, 0];
            Assert.Equal(type == KqlType.String ? "" : null, value);
        }
    }
}
