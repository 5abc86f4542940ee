using FlowKernel.Results;

namespace FlowKernel.Azure.Results;

/// <summary>What a service made of a query.</summary>
/// <param name="Tables">The results; there is none where the query failed.</param>
/// <param name="Renders">How to draw each of them, where the service says so.</param>
/// <param name="Errors">What went wrong, on the way or altogether.</param>
internal sealed record ServiceAnswer(
    IReadOnlyList<KqlTable> Tables, IReadOnlyList<RenderProperties?> Renders, IReadOnlyList<ServiceError> Errors);
