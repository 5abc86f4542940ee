using DuckDB.NET.Native;

namespace FlowKernel.DuckDb.Results;

/// <summary>What DuckDB says when a statement fails.</summary>
internal sealed class EngineException(string message, DuckDBErrorType kind) : Exception(message)
{
    /// <summary>The kind of failure.</summary>
    public DuckDBErrorType Kind => kind;
}
