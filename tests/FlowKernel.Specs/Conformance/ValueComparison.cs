using System.Globalization;
using System.Text.Json;
using FlowKernel.Results;

namespace FlowKernel.Specs.Conformance;

/// <summary>Compares single values as closely as a case asks.</summary>
internal sealed class ValueComparison(ConformanceCase expected)
{
    private readonly bool _loose = expected.IsLoose;
    private readonly bool _freeLists = expected.HasFreeLists;
    private readonly double _tolerance = expected.Tolerance;

    /// <summary>True when the values agree; for texts null and empty are the same, else null is only null.</summary>
    public bool AreEqual(KqlType type, JsonElement want, JsonElement got)
    {
        if (type == KqlType.String)
            return (want.GetString() ?? "") == (got.GetString() ?? "");
        if (want.ValueKind == JsonValueKind.Null || got.ValueKind == JsonValueKind.Null)
            return want.ValueKind == got.ValueKind;
        return type switch
        {
            KqlType.Dynamic => JsonEqual(want, got),
            KqlType.Bool => want.ValueKind == got.ValueKind,
            KqlType.DateTime => Math.Abs(Instant(want).Ticks - Instant(got).Ticks) < 10,
            KqlType.TimeSpan => Span(want) == Span(got),
            KqlType.Guid => Guid.Parse(want.GetString()!) == Guid.Parse(got.GetString()!),
            KqlType.Int or KqlType.Long when !_loose => want.GetRawText() == got.GetRawText(),
            _ => NumbersEqual(want, got),
        };
    }

    private bool JsonEqual(JsonElement a, JsonElement b)
    {
        if (a.ValueKind != b.ValueKind)
            return false;
        return a.ValueKind switch
        {
            JsonValueKind.Object => ObjectsEqual(a, b),
            JsonValueKind.Array => ArraysEqual([.. a.EnumerateArray()], [.. b.EnumerateArray()]),
            JsonValueKind.Number => NumbersEqual(a, b),
            JsonValueKind.String => a.GetString() == b.GetString(),
            _ => true,
        };
    }

    private bool ObjectsEqual(JsonElement a, JsonElement b) =>
        a.EnumerateObject().Count() == b.EnumerateObject().Count()
        && a.EnumerateObject().All(p => b.TryGetProperty(p.Name, out var other) && JsonEqual(p.Value, other));

    private bool ArraysEqual(List<JsonElement> a, List<JsonElement> b) => _freeLists
        ? Multiset.AreEqual(a, b, JsonEqual)
        : a.Count == b.Count && a.Zip(b).All(p => JsonEqual(p.First, p.Second));

    private bool NumbersEqual(JsonElement a, JsonElement b)
    {
        if (a.GetRawText() == b.GetRawText())
            return true;
        var (x, y) = (Number(a), Number(b));
        if (double.IsNaN(x) || double.IsNaN(y))
            return double.IsNaN(x) && double.IsNaN(y);
        return x.Equals(y) || Math.Abs(x - y) <= Math.Max(_tolerance * Math.Max(Math.Abs(x), Math.Abs(y)), 1e-12);
    }

    private static double Number(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? double.Parse(value.GetString()!, CultureInfo.InvariantCulture)
        : value.GetDouble();

    private static DateTime Instant(JsonElement value) => DateTime.Parse(
        value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    private static TimeSpan Span(JsonElement value) => TimeSpan.Parse(value.GetString()!, CultureInfo.InvariantCulture);
}
