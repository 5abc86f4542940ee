using FlowKernel.DuckDb.Emit;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions;

/// <summary>
/// The value of one KQL type as another: what <c>tolong()</c> and its kin do, and what operators do unasked
/// (https://learn.microsoft.com/kusto/query/scalar-data-types/). A value that does not convert is null.
/// </summary>
internal static class Conversion
{
    private static readonly Dictionary<(KqlType From, KqlType To), string> Templates = ConversionTable.Templates();

    /// <summary>The SQL of an argument as another type.</summary>
    public static string Convert(SqlArgument argument, KqlType to) => Cast(argument.Sql, argument.Type, to);

    /// <summary>SQL of one type as another type.</summary>
    public static string Cast(string sql, KqlType from, KqlType to)
    {
        if (from == to)
            return sql;
        return Templates.TryGetValue((from, to), out var template)
            ? template.Replace("{0}", sql, StringComparison.Ordinal)
            : SqlLiteral.Of(null, to);
    }

    /// <summary>True when a value of one type can be read as the other at all.</summary>
    public static bool Exists(KqlType from, KqlType to) => from == to || Templates.ContainsKey((from, to));

    /// <summary>The type in which operators compare or combine two types.</summary>
    public static KqlType Common(KqlType left, KqlType right)
    {
        if (left == right)
            return left == KqlType.Int ? KqlType.Long : left;
        if (left == KqlType.Dynamic)
            return right == KqlType.Int ? KqlType.Long : right;
        if (right == KqlType.Dynamic)
            return left == KqlType.Int ? KqlType.Long : left;
        if (left == KqlType.Decimal || right == KqlType.Decimal)
            return left == KqlType.Real || right == KqlType.Real ? KqlType.Real : KqlType.Decimal;
        if (left == KqlType.Real || right == KqlType.Real)
            return KqlType.Real;
        if (left is KqlType.DateTime or KqlType.TimeSpan or KqlType.String or KqlType.Guid)
            return left;
        return right is KqlType.Int or KqlType.Bool ? KqlType.Long : right;
    }
}
