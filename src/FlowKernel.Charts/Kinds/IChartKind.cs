using FlowKernel.Charts.Spec;
using FlowKernel.Diagnostics;

namespace FlowKernel.Charts.Kinds;

/// <summary>A way to make a chart of a table.</summary>
internal interface IChartKind
{
    /// <summary>The chart, or why the table does not fit; the table has rows.</summary>
    Outcome<ChartSpec> Build(ChartRequest request);
}
