using FlowKernel.Diagnostics;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Algorithms;

/// <summary>
/// An algorithm whose arguments are expressions without rows, such as <c>ago(7d)</c>: the one row of the first input
/// holds their values, and the inputs after it are the algorithm's own.
/// </summary>
/// <param name="name">The algorithm's name.</param>
/// <param name="make">The algorithm for the values; null when they do not fit.</param>
/// <param name="span">Where the arguments stand.</param>
public sealed class LateArguments(
    string name, Func<IReadOnlyList<object?>, IRowsAlgorithm?> make, TextSpan span) : IRowsAlgorithm
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public Outcome<KqlTable> Run(IReadOnlyList<KqlTable> inputs, CancellationToken cancellation)
    {
        var values = inputs[0].Vectors.Select(v => v[0]).ToList();
        return make(values) is { } algorithm
            ? algorithm.Run([.. inputs.Skip(1)], cancellation)
            : new Diagnostic(
                "FK0166", $"'{name}' cannot run: its start, end and steps do not fit each other.", span,
                "The end must not lie before the start, and a step must be more than 0.");
    }
}
