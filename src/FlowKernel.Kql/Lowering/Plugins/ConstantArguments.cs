using FlowKernel.Algorithms;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Plugins;

/// <summary>
/// The arguments of a plug-in that do not depend on rows. Literals are known at once; other expressions, such as
/// <c>ago(7d)</c>, are computed by the engine before the algorithm runs.
/// </summary>
internal static class ConstantArguments
{
    /// <summary>The stage of an algorithm that is made of its arguments' values.</summary>
    public static Relation Stage(
        PluginCall call, IReadOnlyList<Scalar> constants, string what, IReadOnlyList<Relation> inputs,
        IReadOnlyList<PlanColumn> columns, Func<IReadOnlyList<object?>, IRowsAlgorithm?> make)
    {
        if (constants.All(c => c is Literal))
        {
            return make([.. constants.Select(c => ((Literal)c).Value)]) is { } algorithm
                ? new RowsStage(inputs, algorithm, columns, call.Span)
                : call.Refuse($"{what} are not constants of the fitting types");
        }

        var arguments = constants.Select((c, i) => new PlanColumn($"argument_{i}", c.Type));
        var row = new Rows([.. arguments], [constants], call.Span);
        return new RowsStage([row, .. inputs], new LateArguments(call.Name, make, call.Span), columns, call.Span);
    }
}
