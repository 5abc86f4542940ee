using FsCheck;
using FsCheck.Fluent;
using static FlowKernel.DuckDb.Tests.Emit.Plans;

namespace FlowKernel.DuckDb.Tests.Emit;

public class AnyTextTests
{
    private static readonly Arbitrary<string> Texts = ArbMap.Default.ArbFor<string>()
        .Filter(s => s is not null && !s.Any(char.IsSurrogate));

    [Fact]
    public void NoTextBreaksOutOfItsLiteral()
    {
        Prop.ForAll(Texts, text => text.Equals(Runs.Run(Table([Chars("s")], [text]))[0, 0])).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void NoNameBreaksOutOfItsQuotes()
    {
        Prop.ForAll(Texts, name =>
        {
            var column = Long(name);
            var table = Runs.Run(Table([column], [1L], [2L]).OrderBy(column));
            return table.Columns[0].Name == name && table.RowCount == 2;
        }).QuickCheckThrowOnFailure();
    }
}
