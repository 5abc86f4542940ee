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
}

/// <summary>A parameter's type and value; the value has the type's CLR type, or is null.</summary>
public sealed record QueryParameter(KqlType Type, object? Value);
