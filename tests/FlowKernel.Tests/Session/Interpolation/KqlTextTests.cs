using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Session;

namespace FlowKernel.Tests.Session.Interpolation;

public sealed class KqlTextTests
{
    [Fact]
    public void AHoleBecomesAParameterWhateverItsValueSays()
    {
        var ip = "x\" | take 1 //";
        KqlText query = $"T | where a == {ip} and b in ({new[] { 1, 2 }})";
        Assert.Equal("T | where a == __p1 and b in (__p2)", query.Kql);
        Assert.Equal(new QueryParameter(KqlType.String, ip), query.Parameters["__p1"]);
        Assert.Equal(KqlType.Dynamic, query.Parameters["__p2"].Type);
    }

    [Fact]
    public void ANullHoleHasTheTypeOfItsVariable()
    {
        int? none = null;
        KqlText query = $"T | where a == {none}";
        Assert.Equal(new QueryParameter(KqlType.Int, null), query.Parameters["__p1"]);
    }

    [Fact]
    public void AHoleInsideAStringIsRefused() => Fails("FK1202", () => (KqlText)$"T | where a == 'x{1}'");

    [Fact]
    public void AHoleInsideANameIsRefused() => Fails("FK1203", () => (KqlText)$"T{1} | take 1");

    [Fact]
    public void AHoleBeforeAUnitIsRefused() => Fails("FK1203", () => (KqlText)$"T | where a > ago({1}d)");

    [Fact]
    public void AHoleForANameIsRefused() => Fails("FK1210", () => (KqlText)$"T | extend {1} = 2");

    [Fact]
    public void AHoleInALiteralIsRefused() => Fails("FK1211", () => (KqlText)$"T | where a > datetime({1})");

    [Fact]
    public void AFormatIsRefused() => Fails("FK1201", () => (KqlText)$"T | where a == {1:F2}");

    [Fact]
    public void AnAlignmentIsRefused() => Fails("FK1201", () => (KqlText)$"T | where a == {1,5}");

    [Fact]
    public void ATypeThatKqlLacksIsRefused() => Fails("FK1204", () => (KqlText)$"T | where a == {new object()}");

    [Fact]
    public void AHoleInACommentIsOfNoConsequence() =>
        Assert.Equal("T // __p1x\n| take __p2", ((KqlText)$"T // {1}x\n| take {2}").Kql);

    private static void Fails(string code, Func<KqlText> make) =>
        Assert.Equal(code, Assert.Throws<DiagnosticException>(make).Diagnostics[0].Code);
}
