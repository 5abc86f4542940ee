namespace FlowKernel.DuckDb.Emit.Rules;

/// <summary>The optimiser's steps for people.</summary>
internal static class OptimizerText
{
    /// <summary>
    /// One paragraph a step: the rule's name, then the lines of the plan before it (<c>-</c>) and after it (<c>+</c>).
    /// </summary>
    public static string Of(IReadOnlyList<OptimizerStep> steps) =>
        steps.Count == 0 ? "nothing to change" : string.Join('\n', steps);
}
