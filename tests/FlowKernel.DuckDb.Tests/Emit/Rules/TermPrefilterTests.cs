using FlowKernel.DuckDb.Emit.Rules;
using FlowKernel.Plan;
using FlowKernel.Results;
using static FlowKernel.DuckDb.Tests.Emit.Plans;

namespace FlowKernel.DuckDb.Tests.Emit.Rules;

public sealed class TermPrefilterTests
{
    private readonly PlanColumn _s = Chars("s");

    [Fact]
    public void CharactersAreLookedForBeforeBorders() => Assert.Equal(
        """
        Filter has(s, "vm42")
          Scan t
        =>
        Filter and(contains(s, "vm42"), has(s, "vm42"))
          Scan t
        """,
        PlanChange.Of(new TermPrefilter(), new Scan("t", [_s], Here).Where(Has("vm42"))));

    [Theory]
    [InlineData("größe")]
    [InlineData("a-b")]
    [InlineData("")]
    public void OtherThanAsciiTermsAreLeftAlone(string term) => Assert.True(
        PlanChange.IsNone(new TermPrefilter(), new Scan("t", [_s], Here).Where(Has(term))));

    [Fact]
    public void ATermInsideALongerOneIsStillNone()
    {
        var table = Table([_s], ["a VM42 b"], ["vm421"], ["x-vm42"]);
        Assert.Equal(["a VM42 b", "x-vm42"], Runs.Lines(table.Where(Has("vm42")).OrderBy(_s)));
    }

    private Call Has(string term) => Call("has", KqlType.Bool, Ref(_s), Value(term));
}
