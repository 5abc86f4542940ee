using System.Text.RegularExpressions;
using FlowKernel.Diagnostics;
using FlowKernel.Notebook;
using FlowKernel.Notebook.Kernel.Errors;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Tests.Notebook.Kernel.Errors;

public class CellErrorsTests
{
    private static readonly CellRequest Earlier = new("int F(int n) => 10 / n;", 3);
    private static readonly CellRequest Cell = new("var x = 0;\nF(x)", 4);
    private readonly Dictionary<Exception, CellFault> _faults = [];
    private readonly CellErrors _errors;

    public CellErrorsTests()
    {
        _errors = new CellErrors(e => _faults.GetValueOrDefault(e) ?? new CellFault(null, []));
        _errors.Begin(Earlier);
        _errors.Begin(Cell);
    }

    [Fact]
    public void AnExceptionShowsTheUsersLineAlsoOfAnEarlierCell()
    {
        var thrown = Thrown(
            new DivideByZeroException("no"), new CellPlace(3, 1, 16), "at F, cell 3, line 1", "at cell 4, line 2");
        var error = _errors.Of(thrown, Cell);
        Assert.Equal(
            """
            DivideByZeroException: no
              at cell 3, line 1, column 17
              1 | int F(int n) => 10 / n;
                |                 ^
              at F, cell 3, line 1
              at cell 4, line 2
            """.ReplaceLineEndings("\n"),
            Plain(error));
        Assert.Equal(("DivideByZeroException", "no", null), (error.Name, error.Message, error.Line));
    }

    [Fact]
    public void TheTextOfACellIsThereHoweverManyRanSince()
    {
        for (var cell = 5; cell < 2_000; cell++)
            _errors.Begin(new CellRequest("1 + 1", cell));
        var error = Plain(_errors.Of(Thrown(new FormatException("x"), new CellPlace(3, 1, 16)), new CellRequest("F(0)", 2_000)));
        Assert.Contains("1 | int F(int n) => 10 / n;", error, StringComparison.Ordinal);
    }

    [Fact]
    public void TextsOfMegabytesMakeRoomForNewerOnes()
    {
        for (var cell = 5; cell < 12; cell++)
            _errors.Begin(new CellRequest(new string(' ', 1024 * 1024), cell));
        var (old, newest) = (Thrown(new FormatException("x"), new CellPlace(3, 1)), Thrown(new FormatException("y"), new CellPlace(11, 1)));
        Assert.DoesNotContain("at cell 3", Plain(_errors.Of(old, Cell)), StringComparison.Ordinal);
        Assert.Contains("at cell 11", Plain(_errors.Of(newest, Cell)), StringComparison.Ordinal);
    }

    [Fact]
    public void AMessageInTheUsersWordsTakesThePlaceOfTheExceptionsOwn()
    {
        var thrown = new InvalidCastException("Cell__1+Own");
        _faults[thrown] = new CellFault(null, [], Message: "Own");
        var error = _errors.Of(thrown, Cell);
        Assert.Equal(("Own", "InvalidCastException: Own"), (error.Message, Plain(error)));
    }

    [Fact]
    public void ALineOfTheCellItselfIsGivenToTheHost() =>
        Assert.Equal(2, _errors.Of(Thrown(new FormatException("x"), new CellPlace(4, 2)), Cell).Line);

    [Fact]
    public void CausesAreToldInOrder()
    {
        var inner = Thrown(new FormatException("inner"), new CellPlace(3, 1, 17));
        var text = Plain(_errors.Of(new InvalidOperationException("outer", inner), Cell));
        const string expected = "InvalidOperationException: outer\ncaused by FormatException: inner\n  at cell 3";
        Assert.StartsWith(expected, text, StringComparison.Ordinal);
    }

    [Fact]
    public void FailuresOfTasksAreSideBySide()
    {
        var nested = new AggregateException(
            new InvalidOperationException("one"), new AggregateException(new ArgumentException("two <b>")));
        _faults[nested] = new CellFault(new CellPlace(4, 2), []);
        Assert.Equal(
            """
            2 errors happened at the same time:
            InvalidOperationException: one
            ArgumentException: two <b>
              at cell 4, line 2, column 1
              2 | F(x)
                | ^
            """.ReplaceLineEndings("\n"),
            Plain(_errors.Of(nested, Cell)));
    }

    [Fact]
    public void AWrapperOfOneExceptionGivesWayToIt()
    {
        var wrapped = new AggregateException(new System.Reflection.TargetInvocationException(new FormatException("x")));
        Assert.Equal("FormatException: x", Plain(_errors.Of(wrapped, Cell)));
    }

    [Fact]
    public void ALongStackIsCutAndTheTraceHasTheRest()
    {
        var stack = Enumerable.Range(1, 20).Select(n => $"at F{n}, cell 3, line 1").ToArray();
        var text = Plain(_errors.Of(Thrown(new FormatException("x"), new CellPlace(3, 1), stack), Cell));
        Assert.EndsWith("  at F6, cell 3, line 1\n  The whole stack: #!flowlogs trace", text, StringComparison.Ordinal);
        Assert.StartsWith("System.FormatException: x", _errors.LastTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void AMessageCannotReachTheTerminal() =>
        Assert.Equal("FormatException: ␛[2Jx\ny", Plain(_errors.Of(new FormatException("\e[2Jx\r\ny"), Cell)));

    [Fact]
    public void AQueryThatCodeBuiltIsShownWithItsMistakeAndTheCall()
    {
        var mistake = new Diagnostic("KS142", "The name 'Ipp' is unknown.", new TextSpan(10, 3), "Did you mean 'Ip'?");
        var thrown = Thrown(new DiagnosticException([mistake], "T | where Ipp == 1"), new CellPlace(4, 2, 1));
        Assert.Equal(
            """
            error KS142: The name 'Ipp' is unknown.
              at the query, line 1, column 11
              1 | T | where Ipp == 1
                |           ^^^
              Did you mean 'Ip'?
              at cell 4, line 2, column 1
              2 | F(x)
                | ^
            """.ReplaceLineEndings("\n"),
            Plain(_errors.Of(thrown, Cell)));
    }

    [Fact]
    public void OurOwnFailureSaysSoAndHowToReportItWithoutAnyData()
    {
        var bug = Record.Exception(() => KqlLiteral.Write(KqlType.Long, "10.1.1.8 is secret"))!;
        _faults[bug] = new CellFault(null, [], IsOurs: true);
        var error = _errors.Of(bug, Cell);
        Assert.Equal("FK0440", error.Name);
        Assert.Matches("^FlowKernel itself failed: InvalidCastException in FlowKernel\\.", error.Message);
        Assert.Matches("Please report it with this line: FK0440 [0-9a-f]{8}, FlowKernel .*, \\.NET 10", Plain(error));
        Assert.Contains("#!flowlogs trace", Plain(error), StringComparison.Ordinal);
        Assert.Contains("   at FlowKernel.Results.", _errors.LastTrace, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", Plain(error) + _errors.LastTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void TheSameFailureHasTheSameId()
    {
        static Exception Fail(object value) => Record.Exception(() => KqlLiteral.Write(KqlType.Long, value))!;
        Assert.Equal(new KernelBug(Fail("a")).Id, new KernelBug(Fail("b")).Id);
        Assert.NotEqual(new KernelBug(Fail("a")).Id, new KernelBug(new FormatException()).Id);
    }

    private Exception Thrown(Exception exception, CellPlace place, params string[] stack)
    {
        _faults[exception] = new CellFault(place, stack);
        return exception;
    }

    private static string Plain(CellError error) =>
        Regex.Replace(string.Join('\n', error.Traceback), "\e\\[[0-9;]*m", "");
}
