using FlowKernel.Diagnostics;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions;

/// <summary>
/// The comparison and logical operators. A null equals no value and differs from every value; two nulls give null
/// (https://learn.microsoft.com/kusto/query/scalar-data-types/null-values). NaN compares as in IEEE 754.
/// </summary>
internal static class Comparisons
{
    private const string Page = "numerical-operators";
    private const string Logical = "logical-operators";

    /// <summary>The rows.</summary>
    public static readonly FunctionRow[] Rows =
    [
        new("==", c => Equal(c[0], c[1])) { Page = Page },
        new("!=", c => Differ(c[0], c[1])) { Page = Page },
        new("<>", c => Differ(c[0], c[1])) { Page = Page },
        new("<", c => Order(c, "<")) { Page = Page },
        new("<=", c => Order(c, "<=")) { Page = Page },
        new(">", c => Order(c, ">")) { Page = Page },
        new(">=", c => Order(c, ">=")) { Page = Page },
        new("=~", "(lower({0:string}) = lower({1:string}))") { Page = "equals-operator" },
        new("!~", "(lower({0:string}) <> lower({1:string}))") { Page = "not-equals-operator" },
        new("between", Between) { Page = "between-operator" },
        new("!between", c => Between(c) is { Value: { } sql } ? $"(NOT {sql})" : Between(c))
        { Page = "not-between-operator" },
        new("and", "({0:bool} AND {1:bool})") { Page = Logical },
        new("or", "({0:bool} OR {1:bool})") { Page = Logical },
        new("not", "(NOT {0:bool})") { Page = "not-function" },
    ];

    /// <summary>SQL that is true where two values are equal.</summary>
    public static string Equal(SqlArgument left, SqlArgument right)
    {
        var (a, b, type) = Same(left, right);
        return $"({a} = {b}{Guard(" AND ", type, left, right, whenNull: "NOT ")})";
    }

    /// <summary>SQL that is true where two values differ.</summary>
    public static string Differ(SqlArgument left, SqlArgument right)
    {
        var (a, b, type) = Same(left, right);
        return $"({a} <> {b}{Guard(" OR ", type, left, right, whenNull: "")})";
    }

    /// <summary>True when a value converted for a comparison is never null.</summary>
    private static bool NeverNull(SqlArgument argument, KqlType type) =>
        type == KqlType.String || (argument.NeverNull && argument.Type == type)
            || (argument.IsConstant && type.IsNumeric());

    private static string Guard(string joiner, KqlType type, SqlArgument left, SqlArgument right, string whenNull)
    {
        var (a, b, _) = Same(left, right);
        var (leftNever, rightNever) = (NeverNull(left, type), NeverNull(right, type));
        var isNull = whenNull.Length > 0 ? "IS NOT NULL" : "IS NULL";
        var guard = (leftNever, rightNever) switch
        {
            (true, true) => "",
            (true, false) => $"{joiner}{b} {isNull}",
            (false, true) => $"{joiner}{a} {isNull}",
            _ => whenNull.Length > 0
                ? $"{joiner}({a} IS NULL) = ({b} IS NULL)"
                : $"{joiner}({a} IS NULL) <> ({b} IS NULL)",
        };
        return type == KqlType.Real && !IsNumber(left) && !IsNumber(right)
            ? $"{guard}{joiner}{whenNull}isnan({a})"
            : guard;
    }

    private static bool IsNumber(SqlArgument argument) =>
        argument.Scalar is Literal { Value: not null } literal && literal.Value is not double.NaN;

    /// <summary>DuckDB takes NaN for the greatest number; in KQL no comparison with it is true.</summary>
    private static Outcome<string> Order(Invocation call, string sign)
    {
        var (a, b, type) = Same(call[0], call[1]);
        var (greater, sql) = sign[0] == '>' ? (call[0], a) : (call[1], b);
        return type == KqlType.Real && !IsNumber(greater)
            ? $"({a} {sign} {b} AND NOT isnan({sql}))"
            : $"({a} {sign} {b})";
    }

    private static Outcome<string> Between(Invocation call)
    {
        if (call.TypeOf(0) == KqlType.DateTime && call.TypeOf(2) == KqlType.TimeSpan)
        {
            var end = Arithmetic.Move(call.Sql(1), call[2], "+");
            return $"({call.Sql(0)} BETWEEN {call.Sql(1)} AND {end})";
        }

        var type = Conversion.Common(Conversion.Common(call.TypeOf(0), call.TypeOf(1)), call.TypeOf(2));
        return $"({call.As(0, type)} BETWEEN {call.As(1, type)} AND {call.As(2, type)})";
    }

    private static (string Left, string Right, KqlType Type) Same(SqlArgument left, SqlArgument right)
    {
        var type = left.Type == right.Type ? left.Type : Conversion.Common(left.Type, right.Type);
        return (Conversion.Convert(left, type), Conversion.Convert(right, type), type);
    }
}
