using FlowKernel.Diagnostics;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit;

/// <summary>Keeps rows as they are: what several statements read, so that all of them read the same.</summary>
internal sealed class KeptRows : IRowsAlgorithm
{
    /// <inheritdoc/>
    public string Name => "materialize";

    /// <inheritdoc/>
    public Outcome<KqlTable> Run(IReadOnlyList<KqlTable> inputs, CancellationToken cancellation) => inputs[0];
}
