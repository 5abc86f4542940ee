using FlowKernel.Charts.Maps;
using FlowKernel.Charts.Resources;
using Microsoft.ClearScript.V8;

namespace FlowKernel.Charts.Svg;

/// <summary>Apache ECharts in V8, bounded in memory.</summary>
internal sealed class SvgEngine : IDisposable
{
    private const int HeapMegabytes = 512;
    private readonly DrawingEngine _engine = new(Start);
    private bool _hasWorld;

    /// <summary>The SVG of an ECharts option given as JSON; one with a map needs the world.</summary>
    public string Draw(string option, SvgSize size, bool withWorld = false) => _engine.Run(engine =>
    {
        if (withWorld && !_hasWorld)
            engine.Invoke("registerWorld", WorldOutlines.GeoJson);
        _hasWorld |= withWorld;
        return (string)engine.Invoke("drawChart", option, size.Width, size.Height);
    });

    public void Dispose() => _engine.Dispose();

    private static V8ScriptEngine Start()
    {
        var engine = new V8ScriptEngine(new V8RuntimeConstraints { MaxOldSpaceSize = HeapMegabytes });
        engine.Execute("echarts.min.js", EmbeddedText.Read("echarts.min.js"));
        engine.Execute("chart.js", EmbeddedText.Read("chart.js"));
        return engine;
    }
}
