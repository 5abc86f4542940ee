using FlowKernel.Results;
using FlowKernel.Schema;

namespace FlowKernel.Session;

/// <summary>All that a query's meaning depends on, besides its text.</summary>
/// <param name="Schema">The tables it can name.</param>
/// <param name="Now">What <c>now()</c> gives, in UTC.</param>
public sealed record QueryScope(DatabaseSchema Schema, DateTime Now)
{
    /// <summary>Typed values by name, which the query sees as scalars (<c>--param</c>, C# variables).</summary>
    public IReadOnlyDictionary<string, QueryParameter> Parameters { get; init; } =
        new Dictionary<string, QueryParameter>();

    /// <summary>Only rows whose TimeGenerated lies this long before now, in every table; null for all rows.</summary>
    public TimeSpan? Last { get; init; }

    /// <summary>What of the tables it sees by time, besides <see cref="Last"/>; null for all of them.</summary>
    public TimeRange? Range { get; init; }

    /// <summary>How much of each result is handed over; null for all of it.</summary>
    public ResultLimits? Limits { get; init; }
}

/// <summary>A parameter's type and value; the value has the type's CLR type, or is null.</summary>
public sealed record QueryParameter(KqlType Type, object? Value)
{
    /// <summary>
    /// What the user knows the value as, such as <c>the C# variable 'ip' of type string</c>: then its type is the
    /// user's word, and a query that compares it with a column of another kind is mistaken. Null where the type was
    /// only guessed from a text.
    /// </summary>
    public string? Origin { get; init; }

    /// <summary>For a list whose values are all of one KQL type: that type; else null.</summary>
    public KqlType? Element { get; init; }
}
