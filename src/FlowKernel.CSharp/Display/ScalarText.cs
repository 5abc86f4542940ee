using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using FlowKernel.Notebook.Display;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.CSharp.Display;

/// <summary>
/// The text of values that are one thing: numbers, texts, times, addresses; the same on every machine.
/// </summary>
internal static class ScalarText
{
    /// <summary>The whole text of a scalar; false for anything that has parts.</summary>
    public static bool TryOf(object? value, [NotNullWhen(true)] out string? text)
    {
        text = value switch
        {
            null => "null",
            DateTime { Kind: not DateTimeKind.Utc } time =>
                time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
            DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF zzz", CultureInfo.InvariantCulture),
            string or bool or DateTime or TimeSpan or Guid or DynamicValue => ValueText.Exact(value),
            Type type => ClrTypeText.Of(type),
            IPAddress or IPNetwork or Uri or Version or Enum or char => value.ToString(),
            Delegate => ClrTypeText.Of(value.GetType()),
            IFormattable number when value.GetType().IsPrimitive || IsNumber(value) =>
                number.ToString(null, CultureInfo.InvariantCulture),
            DateOnly or TimeOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
            _ => null,
        };
        return text is not null;
    }

    private static bool IsNumber(object value) => Array.Exists(
        value.GetType().GetInterfaces(),
        i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(System.Numerics.INumberBase<>));
}
