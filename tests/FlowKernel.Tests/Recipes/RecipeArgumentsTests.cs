using FlowKernel.Diagnostics;
using FlowKernel.Recipes;

namespace FlowKernel.Tests.Recipes;

public sealed class RecipeArgumentsTests
{
    private static readonly Recipe VmTraffic = RecipeLibrary.Find("vm-traffic").OrThrow();

    [Fact]
    public void WhatIsNotGivenKeepsItsDefault()
    {
        var values = Bind(("last", "7d")).OrThrow().Values;
        Assert.Equal("10.1.1.8", values["ip"].Value);
        Assert.Equal(TimeSpan.FromDays(7), values["lookback"].Value);
    }

    [Fact]
    public void AValueOfTheWrongTypeIsRefusedWithAWayOut()
    {
        var error = Bind(("last", "abc")).Diagnostics.Single();
        Assert.Equal("FK0212", error.Code);
        Assert.Equal("The parameter 'last' of recipe 'vm-traffic' is a timespan; 'abc' is not one.", error.Message);
        Assert.Equal("Write 60d, 12h or 30m.", error.Hint);
    }

    [Theory]
    [InlineData("lsat", "Did you mean 'last'?")]
    [InlineData("colour", "It takes ip, last.")]
    public void AnUnknownNameIsAnsweredWithTheNearestOrAll(string name, string hint)
    {
        var error = Bind((name, "x")).Diagnostics.Single();
        Assert.Equal("FK0211", error.Code);
        Assert.Equal($"The recipe 'vm-traffic' has no parameter '{name}'.", error.Message);
        Assert.Equal(hint, error.Hint);
    }

    [Fact]
    public void AllMistakesAreToldAtOnce() => Assert.Equal(2, Bind(("last", "abc"), ("ipp", "x")).Diagnostics.Count);

    [Fact]
    public void TypedValuesAreCheckedToo()
    {
        KeyValuePair<string, object?>[] given = [new("last", 60), new("ip", null)];
        var error = RecipeArguments.Bind(VmTraffic, given).Diagnostics.Single();
        Assert.Equal("The parameter 'last' of recipe 'vm-traffic' is a timespan; '60' is not one.", error.Message);
    }

    [Fact]
    public void TheKqlTextCarriesArgumentsAsTypedLiterals() =>
        Assert.StartsWith(
            "let ip = \"a\\\" or true or \\\"\";\nlet lookback = 60d;\nNTANetAnalytics\n",
            VmTraffic.ToKql(Bind(("ip", "a\" or true or \"")).OrThrow()),
            StringComparison.Ordinal);

    private static Outcome<RecipeArguments> Bind(params (string Name, string Text)[] given) =>
        RecipeArguments.Bind(VmTraffic, given.Select(g => KeyValuePair.Create(g.Name, g.Text)));
}
