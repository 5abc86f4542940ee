using System.Globalization;
using FlowKernel.Results;

namespace FlowKernel.Plan;

/// <summary>Writes scalar expressions for people, every call as <c>name(arguments)</c>.</summary>
internal static class ScalarText
{
    /// <summary>The expression on one line.</summary>
    public static string Write(Scalar scalar) => scalar switch
    {
        ColumnRef s => s.Column.Name,
        Literal s => LiteralText(s),
        Call { Function: [not (>= 'a' and <= 'z'), ..], Arguments: [var a, var b] } s and not { Function: "[]" } =>
            $"({Write(a)} {s.Function} {Write(b)})",
        Call s => $"{s.Function}({Arguments(s.Arguments)})",
        AggregateCall s => $"{s.Function}({Arguments(s.Arguments)})",
        WindowCall s => $"{s.Function}({Arguments(s.Arguments)})",
        ScalarSubquery s => $"toscalar({OneLine(s.Relation)})",
        InSubquery s => $"({Write(s.Value)} {s.Operator} ({OneLine(s.Relation)}))",
        _ => scalar.GetType().Name,
    };

    private static string Arguments(IEnumerable<Scalar> arguments) => string.Join(", ", arguments.Select(Write));

    private static string OneLine(Relation relation) =>
        string.Join(" <- ", PlanText.Write(relation).Split('\n').Select(line => line.TrimStart()));

    private static string LiteralText(Literal literal) => literal.Value switch
    {
        null => $"{literal.Type.Name()}(null)",
        string s => $"\"{s.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings("\\n")}\"",
        bool b => b ? "true" : "false",
        long n => n.ToString(CultureInfo.InvariantCulture),
        DateTime t => $"datetime({t.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture)})",
        TimeSpan t => $"timespan({t.ToString("c", CultureInfo.InvariantCulture)})",
        IFormattable f => $"{literal.Type.Name()}({f.ToString(null, CultureInfo.InvariantCulture)})",
        var other => $"{literal.Type.Name()}({other})",
    };
}
