using System.Globalization;
using System.Text.Json;
using FlowKernel.Diagnostics;
using FlowKernel.Results;

namespace FlowKernel.Serve.DataExplorer;

/// <summary>Reads options as the types they have; clients send them as JSON values or as texts.</summary>
internal sealed class OptionReader(IReadOnlyDictionary<string, JsonElement> options)
{
    private readonly List<Diagnostic> _mistakes = [];

    /// <summary>Options that were given and are no such values.</summary>
    public IReadOnlyList<Diagnostic> Mistakes => _mistakes;

    /// <summary>True where the option is set.</summary>
    public bool IsSet(string name) => Read(name, KqlType.Bool) is true;

    /// <summary>A whole number; null where the option is not given.</summary>
    public long? Number(string name) => (long?)Read(name, KqlType.Long);

    /// <summary>A moment; null where the option is not given.</summary>
    public DateTime? Time(string name) => (DateTime?)Read(name, KqlType.DateTime);

    /// <summary>A length of time; null where the option is not given.</summary>
    public TimeSpan? Length(string name) => (TimeSpan?)Read(name, KqlType.TimeSpan);

    /// <summary>A text; null where the option is not given.</summary>
    public string? Text(string name) => TextOf(name);

    private object? Read(string name, KqlType type)
    {
        if (TextOf(name) is not { Length: > 0 } text)
            return null;
        if (KqlValues.TryParse(type, Inner(text, type), out var value))
            return value;
        _mistakes.Add(ServeDiagnostics.BadOption(name, $"'{text}'", KqlValues.Examples(type)));
        return null;
    }

    // Also written as a literal: datetime(2024-04-23).
    private static string Inner(string text, KqlType type)
    {
        var before = string.Create(CultureInfo.InvariantCulture, $"{type.Name()}(");
        return text.StartsWith(before, StringComparison.Ordinal) && text.EndsWith(')') ? text[before.Length..^1] : text;
    }

    private string? TextOf(string name) => !options.TryGetValue(name, out var value)
        ? null
        : value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            _ => value.GetRawText(),
        };
}
