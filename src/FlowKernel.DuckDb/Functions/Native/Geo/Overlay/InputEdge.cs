namespace FlowKernel.DuckDb.Functions.Native.Geo.Overlay;

/// <summary>An edge given to an <see cref="Arrangement"/>. Its place in the list is its rank among all.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Region">Which of the shapes that are laid over each other it belongs to: 0 or 1.</param>
/// <param name="Chain">Which ring or line of all it belongs to.</param>
internal readonly record struct InputEdge(Direction From, Direction To, int Region, int Chain);
