using FlowKernel.Charts.Maps;
using FlowKernel.Charts.Resources;
using Microsoft.ClearScript.V8;

namespace FlowKernel.Charts.Svg;

/// <summary>
/// Apache ECharts in V8: started on first use, one drawing at a time, bounded in memory and time. A drawing that takes
/// too long is stopped and throws <see cref="Microsoft.ClearScript.ScriptInterruptedException"/>.
/// </summary>
internal sealed class SvgEngine : IDisposable
{
    private const int HeapMegabytes = 512;
    private static readonly TimeSpan LongestDrawing = TimeSpan.FromSeconds(20);
    private readonly Lock _lock = new();
    private V8ScriptEngine? _engine;
    private bool _hasWorld;
    private bool _disposed;

    /// <summary>The SVG of an ECharts option given as JSON; one with a map needs the world.</summary>
    public string Draw(string option, SvgSize size, bool withWorld = false)
    {
        lock (_lock)
        {
            var engine = Start();
            using var limit = new Timer(
                static e => ((V8ScriptEngine)e!).Interrupt(), engine, LongestDrawing, Timeout.InfiniteTimeSpan);
            if (withWorld && !_hasWorld)
                engine.Invoke("registerWorld", WorldOutlines.GeoJson);
            _hasWorld |= withWorld;
            return (string)engine.Invoke("drawChart", option, size.Width, size.Height);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _engine?.Dispose();
            _engine = null;
        }
    }

    private V8ScriptEngine Start()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_engine is not null)
            return _engine;
        var engine = new V8ScriptEngine(new V8RuntimeConstraints { MaxOldSpaceSize = HeapMegabytes });
        engine.Execute("echarts.min.js", EmbeddedText.Read("echarts.min.js"));
        engine.Execute("chart.js", EmbeddedText.Read("chart.js"));
        return _engine = engine;
    }
}
