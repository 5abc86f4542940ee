using System.Globalization;
using FlowKernel.DuckDb.Emit;
using FlowKernel.DuckDb.Store;

namespace FlowKernel.Benchmarks.Engine;

/// <summary>
/// A store of any size, made once: rows like those of an import of a large estate, written by the store's own writer.
/// A flow log's way through reading and aggregation is left out, as it would take hours.
/// </summary>
internal sealed class BenchmarkStore : IDisposable
{
    /// <summary>What an import writes together.</summary>
    private const long FlushRows = 250_000;

    private readonly StoreFiles _files;
    private readonly StoreDatabase _database;
    private readonly PartWriter _parts;
    private readonly List<StorePart> _written = [];

    private BenchmarkStore(string folder)
    {
        _files = new StoreFiles(folder);
        _database = new StoreDatabase(folder);
        _parts = new PartWriter(_database, _files, 1);
    }

    /// <summary>The end of the data, and its now.</summary>
    public static DateTime Now { get; } = new(2024, 4, 27, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Makes the store where there is none, and its native copy where that is missing.</summary>
    public static void Make(string folder, long flows, int days, Action<string> tell)
    {
        var files = new StoreFiles(folder);
        if (!File.Exists(files.ManifestPath))
        {
            using var store = new BenchmarkStore(folder);
            store.Write(flows, days, tell);
        }

        NativeCopy.Refresh(files, files.ReadManifest()!);
    }

    public void Dispose() => _database.Dispose();

    private void Write(long flows, int days, Action<string> tell)
    {
        var start = Now.AddDays(-days);
        _database.Run(Text("estate"));
        var perHour = Math.Max(1, flows / (24L * days));
        var together = (int)Math.Max(1, FlushRows / perHour);
        for (var hour = 0; hour < 24 * days; hour += together)
        {
            var hours = Math.Min(together, (24 * days) - hour);
            WriteFlows(start.AddHours(hour), hour * perHour, hours * perHour, perHour);
            tell(string.Create(CultureInfo.InvariantCulture, $"{(hour + hours) * perHour:N0} flows"));
        }

        Add(StoreTable.IpDetails, Text("addresses", ("start", Time(start)), ("days", SqlText.Number(days))));
        Add(StoreTable.TopologyDetails, Text("topology", ("start", Time(start)), ("days", SqlText.Number(days))));
        _files.Write(new StoreManifest { Now = Now, NextPart = _parts.NextPart, Parts = _written });
    }

    private void WriteFlows(DateTime start, long first, long rows, long perHour) => Add(
        StoreTable.NetAnalytics,
        Text(
            "flows", ("start", Time(start)), ("first", SqlText.Number(first)), ("rows", SqlText.Number(rows)),
            ("perHour", SqlText.Number(perHour)), ("source", SqlText.Number(first / FlushRows))));

    private void Add(StoreTable table, string sql)
    {
        _database.Run($"CREATE OR REPLACE TABLE staged AS {sql}");
        var filled = _database.Query("DESCRIBE staged", r => r.GetString(0)).ToHashSet(StringComparer.Ordinal);
        _written.AddRange(_parts.Write(table, "staged", table.SelectList(filled)));
    }

    private static string Time(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Text(string name, params (string Name, string Value)[] values)
    {
        var text = EngineFiles.Read($"Data/{name}.sql");
        return values.Aggregate(
            text, (t, v) => t.Replace($"{{{v.Name}}}", v.Value, StringComparison.Ordinal));
    }
}
