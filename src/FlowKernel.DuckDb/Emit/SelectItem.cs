using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit;

/// <summary>A column of a SELECT.</summary>
/// <param name="Column">The plan's column that it holds; null for one that only serves the SQL, such as a sort
/// key.</param>
/// <param name="Name">Its SQL name, unique in the query.</param>
/// <param name="Sql">Its value over the FROM clause.</param>
internal sealed record SelectItem(PlanColumn? Column, string Name, string Sql)
{
    /// <summary>True when the value costs nothing to repeat: a column's name or a constant.</summary>
    public bool IsPlain { get; init; }

    /// <summary>The number column beside a text column of IP addresses, over the same FROM clause; or null.</summary>
    public string? Ip4 { get; init; }

    /// <summary>The quoted name.</summary>
    public string QuotedName => SqlText.Identifier(Name);
}

/// <summary>A sort key: the name of an item of the same SELECT.</summary>
internal readonly record struct OrderTerm(string Name, bool Descending, bool NullsFirst)
{
    /// <summary>As it stands after ORDER BY.</summary>
    public string Sql => Over(SqlText.Identifier(Name));

    /// <summary>The same order of another expression.</summary>
    public string Over(string sql) =>
        $"{sql}{(Descending ? " DESC" : "")} NULLS {(NullsFirst ? "FIRST" : "LAST")}";
}
