using DuckDB.NET.Data;

namespace FlowKernel.DuckDb.Store;

/// <summary>A column that rows fill, and how its value gets into DuckDB.</summary>
/// <typeparam name="T">The type of a row.</typeparam>
/// <param name="Name">The column.</param>
/// <param name="Append">Appends the value of a row.</param>
internal sealed record StagingColumn<T>(string Name, Action<IDuckDBAppenderRow, T> Append);
