using FlowKernel.DuckDb.Emit.Rules;
using FlowKernel.Plan;
using FlowKernel.Results;
using static FlowKernel.DuckDb.Tests.Emit.Plans;

namespace FlowKernel.DuckDb.Tests.Emit.Rules;

public sealed class ConstantFoldingTests
{
    private readonly PlanColumn _time = new("TimeGenerated", KqlType.DateTime);
    private readonly PlanColumn _s = Chars("s");

    [Fact]
    public void AnAgeBecomesAnInstant() => Assert.Equal(
        """
        Filter (TimeGenerated > ago(timespan(30.00:00:00)))
          Scan flows
        =>
        Filter (TimeGenerated > datetime(2024-03-28T12:00:00.0000000))
          Scan flows
        """,
        PlanChange.Of(new ConstantFolding(), Flows().Where(Call(
            ">", KqlType.Bool, Ref(_time), Call("ago", KqlType.DateTime, Value(TimeSpan.FromDays(30)))))));

    [Fact]
    public void ArithmeticOfConstantsIsComputed() => Assert.Equal(
        """
        Filter (s == strcat("a", "b"))
          Scan flows
        =>
        Filter (s == "ab")
          Scan flows
        """,
        PlanChange.Of(new ConstantFolding(), Flows().Where(Call(
            "==", KqlType.Bool, Ref(_s), Call("strcat", KqlType.String, Value("a"), Value("b"))))));

    [Fact]
    public void ALengthAfterBetweenBecomesItsEnd()
    {
        var day = new DateTime(2024, 4, 20, 0, 0, 0, DateTimeKind.Utc);
        var plan = Flows().Where(Call(
            "between", KqlType.Bool, Ref(_time), Value(day), Value(TimeSpan.FromHours(1))));
        Assert.EndsWith(
            """
            =>
            Filter between(TimeGenerated, datetime(2024-04-20T00:00:00.0000000), datetime(2024-04-20T01:00:00.0000000))
              Scan flows
            """,
            PlanChange.Of(new ConstantFolding(), plan), StringComparison.Ordinal);
    }

    [Fact]
    public void ASumThatOverflowsIsLeftToTheEngine() => Assert.True(PlanChange.IsNone(
        new ConstantFolding(),
        Flows().Where(Call(
            "==", KqlType.Bool, Value(1L), Call("+", KqlType.Long, Value(long.MaxValue), Value(1L))))));

    [Fact]
    public void StepsFinerThanMicrosecondsAreLeftToTheEngine() => Assert.True(PlanChange.IsNone(
        new ConstantFolding(),
        Flows().Where(Call(
            ">", KqlType.Bool, Ref(_time), Call("ago", KqlType.DateTime, Value(TimeSpan.FromTicks(3)))))));

    [Fact]
    public void ATrueConditionGoes() => Assert.Equal(
        """
        Filter and(true, (s == "x"))
          Scan flows
        =>
        Filter (s == "x")
          Scan flows
        """,
        PlanChange.Of(new ConstantFolding(), Flows().Where(Call(
            "and", KqlType.Bool, Value(true), Call("==", KqlType.Bool, Ref(_s), Value("x"))))));

    private Scan Flows() => new("flows", [_time, _s], Here);
}
