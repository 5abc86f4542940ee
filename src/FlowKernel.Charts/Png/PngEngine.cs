using FlowKernel.Charts.Resources;
using Microsoft.ClearScript;
using Microsoft.ClearScript.JavaScript;
using Microsoft.ClearScript.V8;

namespace FlowKernel.Charts.Png;

/// <summary>
/// Paints SVG by resvg (https://github.com/linebender/resvg) compiled to WebAssembly, with a font of its own, so that a
/// picture is the same on every machine, also where no font is installed. Started on first use, one painting at a time;
/// one that takes too long is stopped and throws <see cref="ScriptInterruptedException"/>.
/// </summary>
internal sealed class PngEngine : IDisposable
{
    private const string FontFamily = "Noto Sans";
    private static readonly string[] Fonts = ["NotoSans-Regular.ttf", "NotoSans-Bold.ttf"];
    private static readonly TimeSpan LongestPainting = TimeSpan.FromSeconds(20);
    private readonly Lock _lock = new();
    private V8ScriptEngine? _engine;
    private bool _disposed;

    /// <summary>The pixels of a picture, at so many pixels for each of its units, on white.</summary>
    public PaintedPixels Paint(string svg, double zoom)
    {
        lock (_lock)
        {
            var engine = Start();
            using var limit = new Timer(
                static e => ((V8ScriptEngine)e!).Interrupt(), engine, LongestPainting, Timeout.InfiniteTimeSpan);
            var painted = (ScriptObject)engine.Invoke("paint", svg, zoom);
            return new PaintedPixels(
                (int)painted["width"], (int)painted["height"], ((ITypedArray<byte>)painted["pixels"]).ToArray());
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
        var engine = new V8ScriptEngine();
        engine.Execute("png.js", EmbeddedText.Read("png.js"));
        engine.Execute("resvg.js", EmbeddedText.Read("resvg.min.js"));
        var fonts = engine.Script.Array.from(Array.Empty<object>());
        foreach (var font in Fonts)
            fonts.push(Bytes(engine, font));
        engine.Invoke("startPainting", Bytes(engine, "resvg.wasm"), fonts, FontFamily);
        return _engine = engine;
    }

    private static ITypedArray<byte> Bytes(V8ScriptEngine engine, string resource)
    {
        var bytes = EmbeddedBytes.Read(resource);
        var array = (ITypedArray<byte>)engine.Invoke("newBytes", bytes.Length);
        array.WriteBytes(bytes, 0, (ulong)bytes.Length, 0);
        return array;
    }
}
