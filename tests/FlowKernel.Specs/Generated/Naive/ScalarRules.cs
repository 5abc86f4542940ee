using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FlowKernel.Results;
using static FlowKernel.Results.KqlType;

namespace FlowKernel.Specs.Generated.Naive;

/// <summary>The core scalar functions and operators of KQL, written down once more from its documentation.</summary>
internal static partial class ScalarRules
{
    /// <summary>The rules.</summary>
    public static readonly ScalarRule[] All =
    [
        .. Comparisons(Long), .. Comparisons(Real), .. Comparisons(KqlType.DateTime), .. Comparisons(KqlType.TimeSpan),
        .. Equalities(KqlType.String), .. Equalities(Bool),
        new("({0} and {1})", Bool, [Bool, Bool], a => And(a[0] as bool?, a[1] as bool?)),
        new("({0} or {1})", Bool, [Bool, Bool], a => Not(And(Not(a[0] as bool?), Not(a[1] as bool?)))),
        new("not({0})", Bool, [Bool], a => Not(a[0] as bool?)),
        new("isnull({0})", Bool, [Long], a => a[0] is null),
        new("isnotnull({0})", Bool, [Real], a => a[0] is not null),
        new("isempty({0})", Bool, [KqlType.String], a => (string)a[0]! == ""),
        new("isnotempty({0})", Bool, [KqlType.String], a => (string)a[0]! != ""),
        Text("({0} =~ {1})", (s, t) => s.Equals(t, StringComparison.OrdinalIgnoreCase)),
        Text("({0} !~ {1})", (s, t) => !s.Equals(t, StringComparison.OrdinalIgnoreCase)),
        Text("({0} contains {1})", (s, t) => s.Contains(t, StringComparison.OrdinalIgnoreCase)),
        Text("({0} contains_cs {1})", (s, t) => s.Contains(t, StringComparison.Ordinal)),
        Text("({0} !contains {1})", (s, t) => !s.Contains(t, StringComparison.OrdinalIgnoreCase)),
        Text("({0} startswith {1})", (s, t) => s.StartsWith(t, StringComparison.OrdinalIgnoreCase)),
        Text("({0} endswith {1})", (s, t) => s.EndsWith(t, StringComparison.OrdinalIgnoreCase)),
        Text("({0} startswith_cs {1})", (s, t) => s.StartsWith(t, StringComparison.Ordinal)),
        new(
            "({0} between ({1} .. {2}))", Bool, [Long, Long, Long],
            a => Whole(a) is [var x, var l, var h] ? x >= l && x <= h : null),
        new(
            "({0} in ({1}, {2}))", Bool, [KqlType.String, KqlType.String, KqlType.String],
            a => a[0]!.Equals(a[1]) || a[0]!.Equals(a[2])),
        new(
            "({0} !in ({1}, {2}))", Bool, [KqlType.String, KqlType.String, KqlType.String],
            a => !a[0]!.Equals(a[1]) && !a[0]!.Equals(a[2])),
        new(
            "({0} has \"ab\")", Bool, [KqlType.String],
            a => HasTerm((string)a[0]!, "ab")),
        new("({0} + {1})", Long, [Long, Long], a => Whole(a) is [var x, var y] ? x + y : null),
        new("({0} - {1})", Long, [Long, Long], a => Whole(a) is [var x, var y] ? x - y : null),
        new("({0} * 3)", Long, [Long], a => a[0] is long x ? x * 3 : null),
        new("({0} / {1})", Long, [Long, Long], a => Whole(a) is [var x, var y] && y != 0 ? x / y : null),
        new("bin({0}, 5)", Long, [Long], a => a[0] is long x ? (long)Math.Floor(x / 5.0) * 5 : null),
        new("abs({0})", Long, [Long], a => a[0] is long x ? Math.Abs(x) : null),
        new("strlen({0})", Long, [KqlType.String], a => (long)Characters(a[0]).Length),
        new("hourofday({0})", Long, [KqlType.DateTime], a => a[0] is System.DateTime t ? (long)t.Hour : null),
        new(
            "tolong({0})", Long, [KqlType.String],
            a => Whole((string)a[0]!)),
        new("({0} + {1})", Real, [Real, Real], a => Reals(a) is [var x, var y] ? x + y : null),
        new("({0} - {1})", Real, [Real, Long], a => a is [double x, long y] ? x - y : null),
        new("({0} * {1})", Real, [Real, Real], a => Reals(a) is [var x, var y] ? x * y : null),
        new("toreal({0})", Real, [Long], a => a[0] is long x ? (double)x : null),
        new("floor({0}, 1)", Real, [Real], a => a[0] is double x ? Math.Floor(x) : null),
        new("strcat({0}, {1})", KqlType.String, [KqlType.String, KqlType.String], a => $"{a[0]}{a[1]}"),
        new("tolower({0})", KqlType.String, [KqlType.String], a => ((string)a[0]!).ToLowerInvariant()),
        new("toupper({0})", KqlType.String, [KqlType.String], a => ((string)a[0]!).ToUpperInvariant()),
        new("substring({0}, 1)", KqlType.String, [KqlType.String], a => string.Concat(Characters(a[0]).Skip(1))),
        new(
            "tostring({0})", KqlType.String, [Long],
            a => a[0] is long x ? x.ToString(CultureInfo.InvariantCulture) : ""),
        new(
            "({0} + {1})", KqlType.DateTime, [KqlType.DateTime, KqlType.TimeSpan],
            a => a is [System.DateTime t, System.TimeSpan s] ? t + s : null),
        new(
            "bin({0}, 1h)", KqlType.DateTime, [KqlType.DateTime],
            a => a[0] is System.DateTime t ? t.Date.AddHours(t.Hour) : null),
        new("startofday({0})", KqlType.DateTime, [KqlType.DateTime], a => a[0] is System.DateTime t ? t.Date : null),
        new(
            "({0} - {1})", KqlType.TimeSpan, [KqlType.DateTime, KqlType.DateTime],
            a => a is [System.DateTime t, System.DateTime u] ? t - u : null),
        new(
            "({0} + {1})", KqlType.TimeSpan, [KqlType.TimeSpan, KqlType.TimeSpan],
            a => a is [System.TimeSpan s, System.TimeSpan t] ? s + t : null),
        .. new[] { Long, Real, KqlType.String, Bool, KqlType.DateTime, KqlType.TimeSpan }.SelectMany(Choices),
    ];

    /// <summary>A whole number, or another where it is null.</summary>
    public static readonly ScalarRule OrElse = All.Single(r => r.Type == Long && r.Format == "coalesce({0}, {1})");

    private static IEnumerable<ScalarRule> Choices(KqlType type)
    {
        yield return new("iff({0}, {1}, {2})", type, [Bool, type, type], a => a[0] is true ? a[1] : a[2]);
        yield return new(
            "case({0}, {1}, {2}, {3}, {4})", type, [Bool, type, Bool, type, type],
            a => a[0] is true ? a[1] : a[2] is true ? a[3] : a[4]);
        yield return new("coalesce({0}, {1})", type, [type, type], a => a[0] is null or "" ? a[1] : a[0]);
    }

    private static IEnumerable<ScalarRule> Comparisons(KqlType type) =>
    [
        .. Equalities(type),
        new("({0} < {1})", Bool, [type, type], a => Ordered(a, order => order < 0)),
        new("({0} <= {1})", Bool, [type, type], a => Ordered(a, order => order <= 0)),
        new("({0} > {1})", Bool, [type, type], a => Ordered(a, order => order > 0)),
        new("({0} >= {1})", Bool, [type, type], a => Ordered(a, order => order >= 0)),
    ];

    // Two nulls are neither equal nor different; a null differs from every value.
    private static IEnumerable<ScalarRule> Equalities(KqlType type) =>
    [
        new("({0} == {1})", Bool, [type, type], a => a is [null, null] ? null : Same(a[0], a[1])),
        new("({0} != {1})", Bool, [type, type], a => a is [null, null] ? null : !Same(a[0], a[1])),
    ];

    private static ScalarRule Text(string format, Func<string, string, bool> rule) =>
        new(format, Bool, [KqlType.String, KqlType.String], a => rule((string)a[0]!, (string)a[1]!));

    private static bool Same(object? a, object? b) => a is double x && b is double y ? x == y : Equals(a, b);

    // Neither true nor false where a value is missing; false where one is not a number.
    private static object? Ordered(object?[] a, Func<int, bool> holds) => a switch
    {
        [null, _] or [_, null] => null,
        [double.NaN, _] or [_, double.NaN] => false,
        _ => holds(Comparer<object>.Default.Compare(a[0]!, a[1]!)),
    };

    private static bool? And(bool? a, bool? b) =>
        a is false || b is false ? false : a is null || b is null ? null : true;

    private static bool? Not(bool? a) => !a;

    private static long[]? Whole(object?[] a) => Array.TrueForAll(a, x => x is long) ? [.. a.Cast<long>()] : null;

    private static long? Whole(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var x) ? x : null;

    private static double[]? Reals(object?[] a) => Array.TrueForAll(a, x => x is double) ? [.. a.Cast<double>()] : null;

    private static bool HasTerm(string text, string term) =>
        Terms().Matches(text).Any(t => t.Value.Equals(term, StringComparison.OrdinalIgnoreCase));

    // Code points, not halves of surrogate pairs.
    private static Rune[] Characters(object? text) => [.. ((string)text!).EnumerateRunes()];

    [GeneratedRegex("[A-Za-z0-9]+")]
    private static partial Regex Terms();
}
