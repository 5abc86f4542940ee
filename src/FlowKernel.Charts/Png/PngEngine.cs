using FlowKernel.Charts.Resources;
using Microsoft.ClearScript;
using Microsoft.ClearScript.JavaScript;
using Microsoft.ClearScript.V8;

namespace FlowKernel.Charts.Png;

/// <summary>
/// Paints SVG by resvg (https://github.com/linebender/resvg) compiled to WebAssembly, with a font of its own, so that a
/// picture is the same on every machine, also where no font is installed. There is one for the whole process, and it
/// is never closed: where an engine with WebAssembly goes while V8 collects such code, V8 waits for itself for ever.
/// </summary>
internal sealed class PngEngine
{
    private const string FontFamily = "Noto Sans";
    private static readonly string[] Fonts = ["NotoSans-Regular.ttf", "NotoSans-Bold.ttf"];
    private readonly DrawingEngine _engine = new(Start);

    private PngEngine()
    {
    }

    /// <summary>The engine, which starts with its first picture.</summary>
    public static PngEngine OfThisProcess { get; } = new();

    /// <summary>The pixels of a picture, at so many pixels for each of its units, on white.</summary>
    public PaintedPixels Paint(string svg, double zoom) => _engine.Run(engine =>
    {
        var painted = (ScriptObject)engine.Invoke("paint", svg, zoom);
        return new PaintedPixels(
            (int)painted["width"], (int)painted["height"], ((ITypedArray<byte>)painted["pixels"]).ToArray());
    });

    private static V8ScriptEngine Start()
    {
        var engine = new V8ScriptEngine();
        engine.Execute("png.js", EmbeddedText.Read("png.js"));
        engine.Execute("resvg.js", EmbeddedText.Read("resvg.min.js"));
        var fonts = engine.Script.Array.from(Array.Empty<object>());
        foreach (var font in Fonts)
            fonts.push(Bytes(engine, font));
        engine.Invoke("startPainting", Bytes(engine, "resvg.wasm"), fonts, FontFamily);
        return engine;
    }

    private static ITypedArray<byte> Bytes(V8ScriptEngine engine, string resource)
    {
        var bytes = EmbeddedBytes.Read(resource);
        var array = (ITypedArray<byte>)engine.Invoke("newBytes", bytes.Length);
        array.WriteBytes(bytes, 0, (ulong)bytes.Length, 0);
        return array;
    }
}
