using System.Reflection;
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

    /// <summary>Loads the language, which takes a few tenths of a second.</summary>
    public KqlScript(V8Limits limits)
    {
        _limits = limits;
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
        IsWarm = _engine.Global.InvokeMethod("warmUp") is string;
    }

    /// <summary>True when a first query has been checked, which builds the grammar that every query needs.</summary>
    public bool IsWarm { get; }

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

    private void Load(string resource)
    {
        using var stream = Resources.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing from the build.");
        using var reader = new StreamReader(stream);
        var script = reader.ReadToEnd();
        _engine.Execute(new DocumentInfo(resource), script);
    }
}
