namespace FlowKernel.DuckDb.Store;

/// <summary>How far an import is.</summary>
/// <param name="Sources">Sources that are done.</param>
/// <param name="AllSources">Sources in all; 0 when it is not known yet.</param>
/// <param name="Bytes">Bytes of the sources that are done.</param>
/// <param name="AllBytes">Bytes in all; 0 when it is not known.</param>
/// <param name="Tuples">Flow tuples read so far.</param>
public readonly record struct ImportProgress(int Sources, int AllSources, long Bytes, long AllBytes, long Tuples);
