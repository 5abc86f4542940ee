using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using FlowKernel.Diagnostics;

namespace FlowKernel.Session;

/// <summary>
/// A query written as an interpolated string: <c>Flow.Query($"NTANetAnalytics | where SrcIp == {ip}")</c>. A hole is a
/// typed parameter of the query; its value never becomes query text. Throws <see cref="DiagnosticException"/> for a
/// hole where KQL takes no value (FK1202, FK1203, FK1210, FK1211), with a format (FK1201), or of a type that KQL lacks
/// (FK1204).
/// </summary>
[InterpolatedStringHandler]
public sealed class KqlText
{
    private readonly StringBuilder _text;
    private readonly Dictionary<string, QueryParameter> _parameters = new(StringComparer.Ordinal);
    private bool _afterHole;

    /// <summary>Called by the compiler, before the parts.</summary>
    public KqlText(int literalLength, int formattedCount) =>
        _text = new StringBuilder(literalLength + (formattedCount * "__p1".Length));

    /// <summary>The query, with a parameter's name in place of each hole.</summary>
    public string Kql => _text.ToString();

    /// <summary>The holes' values, by the names that stand for them in <see cref="Kql"/>.</summary>
    public IReadOnlyDictionary<string, QueryParameter> Parameters => _parameters;

    /// <summary>The name that stands for a hole (from 1): one that no column or variable has.</summary>
    public static string NameOf(int hole) => string.Create(CultureInfo.InvariantCulture, $"__p{hole}");

    /// <summary>Called by the compiler: text between holes.</summary>
    public void AppendLiteral(string text)
    {
        if (_afterHole && HolePlaces.ContinuesName(text))
            throw new DiagnosticException(HoleMistakes.InName);
        if (_afterHole && HolePlaces.IsNamed(text))
            throw new DiagnosticException(HoleMistakes.ForName);
        _afterHole = false;
        _text.Append(text);
    }

    /// <summary>Called by the compiler: a hole.</summary>
    public void AppendFormatted<T>(T value)
    {
        var before = Kql;
        if (HolePlaces.MistakeAfter(before) is { } mistake)
            throw new DiagnosticException(mistake);
        var name = NameOf(_parameters.Count + 1);
        _parameters[name] = QueryParameters.From(value, typeof(T))
            ?? throw new DiagnosticException(HoleMistakes.Unsupported(typeof(T).Name));
        _text.Append(name);
        _afterHole = KqlScan.PlaceAfter(before) == KqlPlace.Code;
    }

    /// <summary>Called by the compiler for a constant that the query begins with: it is text.</summary>
    public void AppendFormatted(KqlConstant constant) => _text.Append(constant.Kql);

    /// <summary>Called by the compiler for a hole with a format; refused, as a value has none.</summary>
    public void AppendFormatted<T>(T value, string? format) => throw new DiagnosticException(HoleMistakes.Formatted);

    /// <summary>Called by the compiler for a hole with an alignment; refused, as a value has none.</summary>
    public void AppendFormatted<T>(T value, int alignment, string? format = null) =>
        throw new DiagnosticException(HoleMistakes.Formatted);

    /// <inheritdoc/>
    public override string ToString() => Kql;
}
