using System.Reflection;
using System.Text;
using System.Text.Json;
using FlowKernel.Results;
using Microsoft.ClearScript;
using Microsoft.ClearScript.V8;

namespace FlowKernel.Kql.Language;

/// <summary>Kusto.Language in a V8 engine. Lives on one thread; after a fault it is thrown away.</summary>
internal sealed class KqlScript : IDisposable
{
    private const int MaxStackBytes = 8 << 20;
    private static readonly Assembly Resources = typeof(KqlScript).Assembly;
    private readonly V8ScriptEngine _engine;
    private readonly V8Limits _limits;
    private readonly CompiledScripts _compiled;
    private readonly List<(DocumentInfo Document, string Code)> _loaded = [];

    /// <summary>Loads the language, which takes a few tenths of a second.</summary>
    public KqlScript(V8Limits limits, CompiledScripts compiled)
    {
        _limits = limits;
        _compiled = compiled;
        _engine = new V8ScriptEngine(new V8RuntimeConstraints
        {
            MaxOldSpaceSize = (int)(limits.HeapBytes >> 20) * 2,
            HeapExpansionMultiplier = 1.5,
        })
        {
            MaxRuntimeHeapSize = (UIntPtr)limits.HeapBytes,
            RuntimeHeapSizeSampleInterval = TimeSpan.FromMilliseconds(100),
            RuntimeHeapSizeViolationPolicy = V8RuntimeViolationPolicy.Exception,
            MaxRuntimeStackUsage = MaxStackBytes,
        };
        var own = Resources.GetManifestResourceNames().Where(n => n is [>= '0' and <= '9', ..]).Order().ToList();
        Load("bridge.min.js");
        own.Where(IsOfRuntime).ToList().ForEach(Load);
        Load("Kusto.Language.Bridge.min.js");
        own.Where(name => !IsOfRuntime(name)).ToList().ForEach(Load);
        _engine.Global.InvokeMethod("drawsCharts", JsonSerializer.Serialize(ChartKinds.All, ScriptJson.Default.IReadOnlyListString));
        IsWarm = _engine.Global.InvokeMethod("warmUp") is string;
        if (IsPrecompiled || !compiled.CanKeep)
            _loaded.Clear();
    }

    /// <summary>True when an earlier process had compiled all scripts.</summary>
    public bool IsPrecompiled { get; private set; } = true;

    /// <summary>True when a first query has been checked, which builds the grammar that every query needs.</summary>
    public bool IsWarm { get; }

    /// <summary>
    /// Keeps what V8 has compiled by now, with every function that has run, for later processes; nothing when they have it
    /// already.
    /// </summary>
    public void KeepCompiled()
    {
        if (_loaded.Count == 0)
            return;
        // V8 knows a script that it has loaded by its document, and gives what it has made of that.
        _compiled.Keep(_loaded.ToDictionary(script => script.Document.Name, Compiled));
        _loaded.Clear();
    }

    /// <summary>Calls a global function of the scripts; throws <see cref="LanguageFaultException"/>.</summary>
    public object? Call(string function, params object?[] arguments)
    {
        using var watch = new Timer(
            static script => ((KqlScript)script!).Interrupt(), this, _limits.CallTime, Timeout.InfiniteTimeSpan);
        try
        {
            return _engine.Global.InvokeMethod(function, arguments);
        }
        catch (ScriptInterruptedException e)
        {
            throw new LanguageFaultException(LanguageFault.Time, e);
        }
        catch (ScriptEngineException e)
        {
            throw new LanguageFaultException(FaultOf(e), e);
        }
    }

    /// <summary>Stops a call; may come from any thread, and too late.</summary>
    public void Interrupt()
    {
        try
        {
            _engine.Interrupt();
        }
        catch (Exception e) when (e is ObjectDisposedException or InvalidOperationException)
        {
            // The call has ended and the engine with it.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _engine.Dispose();

    private static LanguageFault FaultOf(ScriptEngineException exception) => exception switch
    {
        _ when exception.IsFatal || exception.Message.Contains("memory limit", StringComparison.Ordinal)
            => LanguageFault.Memory,
        _ when exception.Message.StartsWith("RangeError", StringComparison.Ordinal) => LanguageFault.Depth,
        _ => LanguageFault.Failure,
    };

    /// <summary>True for what changes the runtime that Kusto.Language is then loaded into.</summary>
    private static bool IsOfRuntime(string resource) => resource.StartsWith("0-", StringComparison.Ordinal);

    private byte[] Compiled((DocumentInfo Document, string Code) script)
    {
        var bytes = Array.Empty<byte>();
        using var again = _engine.Compile(script.Document, script.Code, V8CacheKind.Code, ref bytes, out _);
        return bytes;
    }

    private void Load(string resource)
    {
        var document = new DocumentInfo(resource);
        var code = Text(resource);
        using var script = Compile(document, code);
        _engine.Execute(script);
        _loaded.Add((document, code));
    }

    private V8Script Compile(DocumentInfo document, string code)
    {
        var isAccepted = false;
        var script = _compiled.Take(document.Name) is { } bytes
            ? _engine.Compile(document, code, V8CacheKind.Code, bytes, out isAccepted)
            : _engine.Compile(document, code);
        IsPrecompiled &= isAccepted;
        return script;
    }

    private static string Text(string resource)
    {
        using var stream = Resources.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing from the build.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }
}
