using Apache.Arrow;

namespace FlowKernel.Arrow;

/// <summary>A column's Arrow field, and what makes an array of some of its rows (start, length).</summary>
internal sealed record ArrowColumn(Field Field, Func<int, int, IArrowArray> Build);
