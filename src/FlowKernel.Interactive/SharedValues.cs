using System.Text.Json;
using FlowKernel.Notebook;
using FlowKernel.Notebook.Formatting;
using FlowKernel.Results;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.Interactive;

/// <summary>The values that the host's kernels and FlowKernel share by name.</summary>
public sealed class SharedValues
{
    private readonly HostVariables _variables;

    internal SharedValues(HostVariables variables) => _variables = variables;

    /// <summary>The names of those handed over and of results kept with <c>--name</c>, sorted.</summary>
    public IReadOnlyList<string> Names => [.. _variables.Variables];

    /// <summary>Finds a value; a kept result is a <see cref="FlowResult"/>.</summary>
    public bool TryGet(string name, out object? value) => _variables.TryGet(name, out value, out _);

    /// <summary>Makes a result that <c>--name</c> keeps a variable of the host's C#.</summary>
    public Func<string, FlowResult, Task>? Kept
    {
        get => _variables.Kept;
        set => _variables.Kept = value;
    }

    /// <summary>
    /// Takes a value over; queries that name it get it as a typed parameter. What comes as JSON, such as another kernel's
    /// list, is dynamic.
    /// </summary>
    public void Set(string name, object? value) => _variables.Set(
        name, value is JsonDocument json ? new DynamicValue(json.RootElement.GetRawText()) : value);

    /// <summary>The sentence for a name that holds nothing.</summary>
    public string Missing(string name)
    {
        var hint = NearestName.Find(name, Names) is { } nearest
            ? $"Did you mean '{nearest}'?"
            : "Keep a result with: #!flowkql --name NAME";
        return $"error FK1402: flowkql has no value '{name}'.\n  {hint}";
    }

    /// <summary>
    /// A value as text of a MIME type, for kernels outside this process: results as <see cref="ResultJson"/> writes
    /// them, other values as plain JSON.
    /// </summary>
    public static string FormOf(object? value, string mimeType)
    {
        if (mimeType == MimeTypes.Json)
            return value is FlowResult result ? ResultJson.Write(result.Table) : JsonSerializer.Serialize(value);
        return value is IDisplayable shown && shown.ToMimeBundle().Data.TryGetValue(mimeType, out var form)
            ? BundleText.Of(form)
            : SummaryOf(value);
    }

    /// <summary>A value in one line.</summary>
    public static string SummaryOf(object? value) => value switch
    {
        FlowResult result => FormattableString.Invariant(
            $"{result.Count} rows: {string.Join(", ", result.Table.Columns.Select(c => c.Name))}"),
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "null",
    };
}
