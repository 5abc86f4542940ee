using FlowKernel.Results;
using FlowKernel.Charts.Roles;
using FlowKernel.Charts.Spec;

namespace FlowKernel.Charts.Kinds;

/// <summary>
/// How each kind is built. Where Kusto's documentation and Azure's portal differ (columnchart stands side by side in
/// one, stacked in the other), the portal is followed.
/// </summary>
internal static class KindTable
{
    private static readonly Dictionary<ChartKind, IChartKind> Kinds = new()
    {
        [ChartKind.Column] = new XyKind(XyMark.Bar, XWish.TimeFirst, Stacking.Stacked),
        [ChartKind.Bar] = new XyKind(XyMark.Bar, XWish.TimeFirst, Stacking.Stacked) { Horizontal = true },
        [ChartKind.Line] = new XyKind(XyMark.Line, XWish.TimeFirst),
        [ChartKind.Time] = new XyKind(XyMark.Line, XWish.TimeOnly),
        [ChartKind.Area] = new XyKind(XyMark.Area, XWish.TimeFirst),
        [ChartKind.StackedArea] = new XyKind(XyMark.Area, XWish.TimeFirst, Stacking.Stacked),
        [ChartKind.Scatter] = new XyKind(XyMark.Point, XWish.First),
        [ChartKind.Anomaly] = new AnomalyKind(),
        [ChartKind.Ladder] = new LadderKind(),
        [ChartKind.Treemap] = new TreemapKind(),
        [ChartKind.Sankey] = new SankeyKind(),
        [ChartKind.TimePivot] = new TimePivotKind(),
        [ChartKind.Pivot] = new PivotKind(),
        [ChartKind.Graph] = new GraphKind(),
        [ChartKind.Map] = new MapKind(),
        [ChartKind.Pie] = new PieKind(),
        [ChartKind.Card] = new CardKind(),
    };

    /// <summary>
    /// The builder of a kind; null for the table, which is not drawn. With <c>kind=map</c> points and pies are places of
    /// the world.
    /// </summary>
    public static IChartKind? Find(ChartKind kind, RenderProperties render) =>
        kind is ChartKind.Scatter or ChartKind.Pie && RenderChoices.WantsMap(render)
            ? Kinds[ChartKind.Map]
            : Kinds.GetValueOrDefault(kind);
}
