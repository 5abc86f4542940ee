using System.Collections.Concurrent;
using FlowKernel.Diagnostics;
using FlowKernel.Notebook;
using FlowKernel.Session;

namespace FlowKernel.Interactive;

/// <summary>
/// The values that the host's other kernels and FlowKernel share. C# itself runs in the host's own kernel, so there is
/// nothing to compile here.
/// </summary>
internal sealed class HostVariables : ICSharpCells
{
    private readonly ConcurrentDictionary<string, object?> _values = new(StringComparer.Ordinal);

    public IEnumerable<string> Variables => _values.Keys.Order(StringComparer.Ordinal);

    public bool TryGet(string name, out object? value, out Type type)
    {
        var found = _values.TryGetValue(name, out value);
        type = value?.GetType() ?? typeof(string);
        return found;
    }

    /// <summary>Keeps a value, in place of any of the same name.</summary>
    public void Set(string name, object? value) => _values[name] = value;

    /// <summary>The values that queries can name, as typed parameters.</summary>
    public IReadOnlyDictionary<string, QueryParameter> Parameters()
    {
        var parameters = new Dictionary<string, QueryParameter>(StringComparer.Ordinal);
        foreach (var (name, value) in _values)
        {
            if (value is not null and not FlowResult
                && QueryParameters.From(value, value.GetType()) is { } parameter)
                parameters[name] = parameter;
        }

        return parameters;
    }

    public Task SetAsync(string name, object? value, Type type, CancellationToken cancellation)
    {
        Set(name, value);
        return Task.CompletedTask;
    }

    /// <summary>Hands a kept result to the host's C#; null while there is no host.</summary>
    public Func<string, FlowResult, Task>? Kept { get; set; }

    public Task KeepAsync(string name, FlowResult result, CancellationToken cancellation)
    {
        Set(name, result);
        return Kept?.Invoke(name, result) ?? Task.CompletedTask;
    }

    public IReadOnlyList<Diagnostic> CheckName(string name) => [];

    public Task<Outcome<ScriptValue>> RunAsync(CellCode code, ICellOutput output, CancellationToken cancellation) =>
        Task.FromResult<Outcome<ScriptValue>>(NotHere);

    public Task<CompletionList> CompleteAsync(string code, int offset, CancellationToken cancellation) =>
        Task.FromResult(CompletionList.None(offset));

    public Task<QuickInfo?> ExplainAsync(string code, int offset, CancellationToken cancellation) =>
        Task.FromResult<QuickInfo?>(null);

    public Task<QuickInfo?> ExplainNameAsync(string name, CancellationToken cancellation) =>
        Task.FromResult<QuickInfo?>(null);

    public IEnumerable<string> Members => [];

    public Completeness CompletenessOf(string code) => Completeness.Complete;

    private static readonly Diagnostic NotHere = new(
        "FK1401", "C# does not run in a KQL cell of .NET Interactive.", default, "Write it in a cell of its own.");
}
