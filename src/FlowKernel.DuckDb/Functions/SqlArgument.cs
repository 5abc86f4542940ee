using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions;

/// <summary>An argument of a call, already emitted.</summary>
/// <param name="Sql">Its SQL, of the DuckDB type that stands for <see cref="Plan.Scalar.Type"/>.</param>
/// <param name="Scalar">The expression it was made from; a <see cref="Literal"/> is a constant.</param>
internal readonly record struct SqlArgument(string Sql, Scalar Scalar)
{
    /// <summary>The KQL type of <see cref="Sql"/>.</summary>
    public KqlType Type => Scalar.Type;

    /// <summary>True for a constant that is not null.</summary>
    public bool IsConstant => Scalar is Literal { Value: not null };

    /// <summary>True when the value can never be null: strings, and constants other than null.</summary>
    public bool NeverNull => Type == KqlType.String || IsConstant;
}
