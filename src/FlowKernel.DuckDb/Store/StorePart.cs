namespace FlowKernel.DuckDb.Store;

/// <summary>One Parquet file of a store.</summary>
/// <param name="Id">Its number; never used again.</param>
/// <param name="Table">The table whose rows it holds.</param>
/// <param name="Day">The UTC day of TimeGenerated that they belong to.</param>
/// <param name="Rows">How many rows there are.</param>
/// <param name="First">The least TimeGenerated.</param>
/// <param name="Last">The greatest TimeGenerated.</param>
public sealed record StorePart(long Id, string Table, DateOnly Day, long Rows, DateTime First, DateTime Last)
{
    /// <summary>The path below the store's folder, with slashes.</summary>
    public string Path => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{Table}/day={Day:yyyy-MM-dd}/part-{Id:D6}.parquet");
}
