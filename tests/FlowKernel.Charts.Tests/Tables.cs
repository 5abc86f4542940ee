using FlowKernel.Charts.Kinds;
using FlowKernel.Charts.Spec;
using FlowKernel.Diagnostics;
using FlowKernel.Results;

namespace FlowKernel.Charts.Tests;

/// <summary>Tables in the shapes that the flow-log queries give, and the charts made of them.</summary>
internal static class Tables
{
    public const long Gigabyte = 1_000_000_000;

    /// <summary><c>summarize TotalBytes=sum(...) by App, bin(TimeGenerated, 1d)</c>, with days missing.</summary>
    public static KqlTable AppOverTime { get; } = Of(
        ["App:string", "TimeGenerated:datetime", "TotalBytes:long"],
        ["T443", Day(3), 1 * Gigabyte],
        ["T80", Day(3), 20_000_000L],
        ["T443", Day(23), 2 * Gigabyte],
        ["U53", Day(1), 1_000L]);

    /// <summary><c>summarize TotalBytes=... by tostring(SrcIp)</c>.</summary>
    public static KqlTable BySource { get; } = Of(
        ["SrcIp:string", "TotalBytes:long"],
        ["10.1.1.70", 1_000_000L], ["10.1.1.68", 600_000_000L], ["10.1.1.69", 399_000_000L]);

    /// <summary><c>summarize TotalBytesSrcToDest=..., TotalBytesDestToSrc=... by Direction</c>.</summary>
    public static KqlTable Directions { get; } = Of(
        ["Direction:string", "TotalBytesSrcToDest:long", "TotalBytesDestToSrc:long"],
        ["Onprem2Azure", 800L, 100L], ["Azure2Onprem", 120L, 640L]);

    public static DateTime Day(int day) => new(2024, 4, day, 0, 0, 0, DateTimeKind.Utc);

    public static KqlTable Of(string[] columns, params object?[][] rows) =>
        KqlTable.FromRows([.. columns.Select(Column)], rows);

    public static RenderProperties Render(string kind) => new(kind);

    /// <summary>The chart's spec; throws where there is none.</summary>
    public static ChartSpec Spec(KqlTable table, RenderProperties render) => Build(table, render).OrThrow();

    /// <summary>The spec of a chart with two axes.</summary>
    public static XyChart Xy(KqlTable table, RenderProperties render) => Assert.IsType<XyChart>(Spec(table, render));

    public static Outcome<ChartSpec> Build(KqlTable table, RenderProperties render)
    {
        Assert.True(ChartKinds.TryParse(render.Visualization, out var kind));
        return KindTable.Find(kind, render)!.Build(new ChartRequest(kind, table, render));
    }

    private static KqlColumn Column(string text)
    {
        var parts = text.Split(':');
        Assert.True(KqlTypes.TryParse(parts[1], out var type));
        return new KqlColumn(parts[0], type);
    }
}
