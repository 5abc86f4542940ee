using System.Text.RegularExpressions;

namespace FlowKernel.Kql.Language;

/// <summary>Ways out where an operator does not go with the types of its operands (KS106).</summary>
internal static partial class OperandHints
{
    private const string Numbers = "int long real decimal";

    /// <summary>The hint for the message of a KS106, or null.</summary>
    public static string? For(string message)
    {
        if (Operands().Match(message) is not { Success: true } found)
            return null;
        var (op, left, right) = (found.Groups[1].Value, found.Groups[2].Value, found.Groups[3].Value);
        var isSum = op is "+" or "-";
        return (left, right) switch
        {
            _ when op is "and" or "or" => "Write a whole comparison on each side, or a list: SrcIp in (\"10.1.1.8\", \"10.1.1.9\").",
            ("dynamic", _) or (_, "dynamic") => "Convert the dynamic value first, with tostring(), tolong() or todatetime().",
            ("datetime", "string") or ("string", "datetime") =>
                "Write a time as datetime(2024-04-20), or convert a text with todatetime().",
            ("datetime", _) or (_, "datetime") when isSum && IsNumber(left, right) => "Write a timespan, such as 7d or 12h.",
            ("datetime", _) or (_, "datetime") when IsNumber(left, right) => "Write a time as datetime(2024-04-20).",
            ("timespan", _) or (_, "timespan") when IsNumber(left, right) =>
                "Write a timespan, such as 1h, or divide one by 1s to have a number.",
            ("string", _) or (_, "string") when op == "+" => "Write strcat(...) to put texts together.",
            ("string", _) or (_, "string") when IsNumber(left, right) => "Convert the text with tolong(), or the number with tostring().",
            ("bool", _) or (_, "bool") when IsNumber(left, right) => "Compare with true or false.",
            _ => null,
        };
    }

    private static bool IsNumber(string left, string right) =>
        Numbers.Contains(left, StringComparison.Ordinal) || Numbers.Contains(right, StringComparison.Ordinal);

    [GeneratedRegex("^The operator '(.+)' is not defined for the operand types (\\w+) and (\\w+)")]
    private static partial Regex Operands();
}
