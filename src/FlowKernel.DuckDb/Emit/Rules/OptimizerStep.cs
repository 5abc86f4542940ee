using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit.Rules;

/// <summary>What one rule did.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Before">The plan that it found.</param>
/// <param name="After">The plan that it made of it.</param>
internal sealed record OptimizerStep(string Rule, Relation Before, Relation After)
{
    private const int MostCharacters = 200;

    /// <summary>The rule, and below it the lines of the plan that it took away and those it put in their place.</summary>
    public override string ToString()
    {
        var (before, after) = (Lines(Before), Lines(After));
        var (gone, come) = (Without(before, after), Without(after, before));
        return string.Join('\n', [Rule, .. gone.Select(l => "  - " + l), .. come.Select(l => "  + " + l)]);
    }

    private static List<string> Lines(Relation plan) => [.. PlanText.Write(plan).Split('\n').Select(Shortened)];

    private static List<string> Without(List<string> lines, List<string> others)
    {
        var left = others.CountBy(l => l).ToDictionary();
        return [.. lines.Where(line => !Take(left, line))];
    }

    private static bool Take(Dictionary<string, int> left, string line) =>
        left.TryGetValue(line, out var count) && count > 0 && (left[line] = count - 1) >= 0;

    private static string Shortened(string line) =>
        line.Length <= MostCharacters ? line : line[..MostCharacters] + " …";
}
