using System.Text.Json;
using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Emit;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions;

/// <summary>
/// The <c>in</c> operators over lists and arrays (https://learn.microsoft.com/kusto/query/in-cs-operator).
/// </summary>
internal static class Membership
{
    /// <summary>SQL that is true where the first argument is one of the others, or in the one dynamic array.</summary>
    public static Outcome<string> In(Invocation call, bool ignoreCase)
    {
        IReadOnlyList<SqlArgument> elements = [.. call.Arguments.Skip(1).SelectMany(a => Elements(a) ?? [a])];
        if (elements.Any(e => e.Type == KqlType.Dynamic))
            return InArray(call, ignoreCase);
        if (elements.Count == 0)
            return "false";
        var type = elements.Aggregate(call.TypeOf(0), (t, e) => t == e.Type ? t : Conversion.Common(t, e.Type));
        if (elements.Any(e => !e.NeverNull))
            return $"({string.Join(" OR ", elements.Select(e => Comparisons.Equal(call[0], e)))})";
        var value = call.As(0, type);
        var list = elements.Select(e => Conversion.Convert(e, type));
        if (type == KqlType.String)
            return ignoreCase
                ? $"(lower({value}) IN ({string.Join(", ", list.Select(e => $"lower({e})"))}))"
                : $"({value} IN ({string.Join(", ", list)}))";
        return $"({value} IN ({string.Join(", ", list)}) AND {value} IS NOT NULL)";
    }

    /// <summary>The elements of a constant array as constants, or null when it is no constant array.</summary>
    public static IReadOnlyList<SqlArgument>? Elements(SqlArgument argument)
    {
        if (argument.Scalar is not Literal { Value: DynamicValue { Element: var array } })
            return null;
        if (array.ValueKind != JsonValueKind.Array)
            return null;
        return [.. array.EnumerateArray().Where(e => e.ValueKind != JsonValueKind.Null)
            .Select(e => Constant(e, argument))];
    }

    private static Outcome<string> InArray(Invocation call, bool ignoreCase)
    {
        if (call.Count != 2)
            return call.Refuse("a list that mixes arrays and values is not supported");
        var value = call.TypeOf(0) == KqlType.Dynamic ? call.Sql(0) : call.As(0, KqlType.Dynamic);
        return $"kql_in_array({value}, {call.Sql(1)}, {(ignoreCase ? "true" : "false")})";
    }

    private static SqlArgument Constant(JsonElement element, SqlArgument array)
    {
        var span = array.Scalar.Span;
        return element.ValueKind switch
        {
            JsonValueKind.String => Text(element.GetString()!, array),
            JsonValueKind.True or JsonValueKind.False => new(
                element.GetRawText(), new Literal(element.GetBoolean(), KqlType.Bool, span)),
            JsonValueKind.Number when element.TryGetInt64(out var number) => new(
                SqlText.Number(number), new Literal(number, KqlType.Long, span)),
            JsonValueKind.Number => new(
                $"{element.GetRawText()}::DOUBLE", new Literal(element.GetDouble(), KqlType.Real, span)),
            _ => Text(element.GetRawText(), array),
        };
    }

    private static SqlArgument Text(string text, SqlArgument array) =>
        new(SqlText.Text(text), new Literal(text, KqlType.String, array.Scalar.Span));
}
