namespace FlowKernel.DuckDb.Functions;

/// <summary>What users should know of functions that run on local data, from the tables of functions.</summary>
public static class FunctionNotes
{
    /// <summary>The note on an aggregate; null where there is none, or no such aggregate.</summary>
    public static string? OfAggregate(string name) => In(AggregateFunctions.Families, name);

    /// <summary>The note on a scalar function or operator; null where there is none, or no such function.</summary>
    public static string? OfScalar(string name) => In(ScalarFunctions.Families, name);

    private static string? In(IEnumerable<(string Family, FunctionRow[] Rows)> families, string name) =>
        families.SelectMany(family => family.Rows).FirstOrDefault(row => row.Name == name)?.Note;
}
