using System.Globalization;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Algorithms.Expressions;

/// <summary>Texts: put together, compared, asked for parts.</summary>
internal static class RowTexts
{
    /// <summary>The rows.</summary>
    public static readonly (string Name, RowFunction Function)[] Rows =
    [
        ("strcat", StrCat),
        ("strlen", (_, a) => v => (long)Runes(a[0](v))),
        ("contains_cs", (_, a) => v => Text(a[0](v)).Contains(Text(a[1](v)), StringComparison.Ordinal)),
        ("startswith_cs", (_, a) => v => Text(a[0](v)).StartsWith(Text(a[1](v)), StringComparison.Ordinal)),
        ("endswith_cs", (_, a) => v => Text(a[0](v)).EndsWith(Text(a[1](v)), StringComparison.Ordinal)),
    ];

    private static RowExpression StrCat(Call call, IReadOnlyList<RowExpression> arguments) => values =>
        string.Concat(arguments.Select(a => a(values) switch
        {
            null => "",
            string text => text,
            bool flag => flag ? "true" : "false",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            var other => throw new InvalidOperationException($"No text of {other.GetType().Name}."),
        }));

    /// <summary>True where strcat writes arguments of this type as this table does.</summary>
    public static bool IsPlain(KqlType type) =>
        type is KqlType.String or KqlType.Bool or KqlType.Int or KqlType.Long;

    private static int Runes(object? value) => Text(value).EnumerateRunes().Count();

    private static string Text(object? value) => (string?)value ?? "";
}
