using DuckDB.NET.Data;
using FlowKernel.DuckDb.Functions.Native;
using FlowKernel.DuckDb.Functions.Native.Geo;
using FlowKernel.DuckDb.Functions.Native.Geo.H3;
using FlowKernel.DuckDb.Functions.Native.Geo.Overlay;
using FlowKernel.DuckDb.Functions.Native.Geo.Simplifying;
using FlowKernel.DuckDb.Functions.Native.Ranks;
using FlowKernel.DuckDb.Functions.Native.Ranks.Memory;

namespace FlowKernel.DuckDb.Functions;

/// <summary>The C# functions and macros that emitted SQL calls; all names start with <c>kql_</c>.</summary>
internal static class NativeFunctions
{
    private static readonly NativeFunction[] All =
    [
        .. ConversionFunctions.Rows,
        .. TextFunctions.Rows,
        .. MathFunctions.Rows,
        .. TimeFunctions.Rows,
        .. JsonFunctions.Rows,
        .. ArrayFunctions.Rows,
        .. WeightedPercentiles.Rows,
        .. RegexFunctions.Rows,
        .. Ipv4Functions.Rows,
        .. Ipv6Functions.Rows,
        .. EncodingFunctions.Rows,
        .. PathFunctions.Rows,
        .. KeyValueText.Rows,
        .. SeriesFunctions.Rows,
        .. SeriesProducts.Rows,
        .. SeriesFilling.Rows,
        .. SeriesAnalysis.Rows,
        .. SeriesPeriods.Rows,
        .. LongWork.Rows,
        .. SeriesDecomposition.Rows,
        .. SeriesOutliers.Rows,
        .. SeriesFits.Rows,
        .. Fourier.Rows,
        .. PlaceFunctions.Rows,
        .. PolylineFunctions.Rows,
        .. ShapeFunctions.Rows,
        .. Densifying.Rows,
        .. AreaFunctions.Rows,
        .. LineFunctions.Rows,
        .. BufferFunctions.Rows,
        .. CoveringFunctions.Rows,
        .. SimplifyFunctions.Rows,
        .. Bearings.Rows,
        .. Geohash.Rows,
        .. S2Cells.Rows,
        .. H3Functions.Rows,
        .. WktReader.Rows,
        .. UnitFunctions.Rows,
        .. Distributions.Rows,
        .. Punycode.Rows,
        .. CommandLines.Rows,
        .. XmlText.Rows,
        .. UserAgents.Rows,
        .. TreePaths.Rows,
        .. Versions.Rows,
        .. TDigests.Rows,
        .. HyperLogLogs.Rows,
        .. Schemas.Rows,
    ];

    /// <summary>
    /// Makes the functions known to the database of an open connection, for all of its connections; once for a
    /// database.
    /// </summary>
    /// <param name="connection">The connection.</param>
    /// <param name="memory">Where aggregates keep the values of groups.</param>
    public static void Register(DuckDBConnection connection, ValueMemory memory)
    {
        foreach (var function in All)
            function.Register(connection);
        RankAggregate.Register(connection, memory);
        using var command = connection.CreateCommand();
        var macros = Macros.Rows.Append(LongWork.Macro)
            .Select(m => $"CREATE OR REPLACE MACRO {m.Signature} AS {m.Sql};");
        command.CommandText = string.Join('\n', macros);
        command.ExecuteNonQuery();
    }
}
