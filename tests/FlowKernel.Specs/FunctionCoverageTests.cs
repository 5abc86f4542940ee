using System.Text.RegularExpressions;
using FlowKernel.DuckDb.Functions;
using FlowKernel.Specs.Running;

namespace FlowKernel.Specs;

/// <summary>Every function and operator of the engine stands in an example; the list of those that do not only shrinks.</summary>
public sealed class FunctionCoverageTests
{
    private static readonly string Examples = string.Join('\n', SpecFile.All().Select(spec => spec.Kql));

    [Fact]
    public void FunctionsWithoutAnExampleAreListed()
    {
        var listed = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "without-spec.txt")).ToHashSet();
        var missing = Names().Where(name => !StandsInAnExample(name)).ToHashSet();
        Assert.Empty(missing.Except(listed).Select(name => $"{name} has no example"));
        Assert.Empty(listed.Except(missing).Select(name => $"{name} has an example, or is no function: take it off the list"));
    }

    private static IEnumerable<string> Names() => ScalarFunctions.Families.Concat(AggregateFunctions.Families)
        .SelectMany(family => family.Rows).Where(row => row is { Refusal: null, IsOfPlans: false }).Select(row => row.Name);

    private static bool StandsInAnExample(string name) =>
        Regex.IsMatch(Examples, $@"(?<![\w!]){Regex.Escape(name)}(?!\w)");
}
