using System.Diagnostics;
using DuckDB.NET.Data;
using FlowKernel.DuckDb;
using FlowKernel.Results;

namespace FlowKernel.Benchmarks.Engine;

/// <summary>
/// Measures cases: first ours alone, for what it reads and holds; then ours and the two ways by hand in turns, so that
/// what else the machine does falls on all of them alike.
/// </summary>
internal sealed class EngineRun(string folder, EngineOptions options, IReadOnlyList<EngineCase> cases, int repeats)
{
    private const double ShortestMeasured = 250;
    private const int MostRepeated = 20;

    private readonly List<EngineFigures> _figures =
        [.. cases.Select(c => new EngineFigures(c.Name) { TestsRanges = c.TestsRanges })];

    private readonly Dictionary<string, RowDigest> _digests = [];

    public async Task<IReadOnlyList<EngineFigures>> MeasureAsync(Action<EngineFigures> tell)
    {
        await using (var first = await FlowEngine.OpenAsync(folder, options))
        {
            await first.RunAsync(new EngineCase("warm-up", new("print 1")));
            foreach (var (engineCase, figures) in cases.Zip(_figures))
                await FirstAsync(first, engineCase, figures);
        }

        await using var ours = await FlowEngine.OpenAsync(folder, options);
        using var parquet = HandWritten.OverParquet(folder, options);
        using var tables = HandWritten.OverTables(folder, options);
        foreach (var (engineCase, figures) in cases.Zip(_figures))
        {
            await InTurnsAsync(ours, parquet, tables, engineCase, figures);
            tell(figures);
        }

        return _figures;
    }

    private async Task FirstAsync(FlowEngine engine, EngineCase engineCase, EngineFigures figures)
    {
        ProcessCounters.ResetPeak();
        var before = ProcessCounters.BytesRead;
        var clock = Stopwatch.StartNew();
        var result = await engine.RunAsync(engineCase);
        figures.First = clock.Elapsed.TotalMilliseconds;
        figures.BytesRead = ProcessCounters.BytesRead - before;
        figures.PeakMemory = ProcessCounters.PeakMemory;
        figures.Rows = result.Table.RowCount;
        _digests[engineCase.Name] = RowDigest.Of(result.Table);
    }

    private async Task InTurnsAsync(
        FlowEngine ours, HandWritten parquet, HandWritten tables, EngineCase engineCase, EngineFigures figures)
    {
        await ours.RunAsync(engineCase);
        if (engineCase.Sql is { } sql)
        {
            figures.Agrees = parquet.Query(sql, RowDigest.Of) == _digests[engineCase.Name]
                && tables.Query(sql, RowDigest.Of) == _digests[engineCase.Name];
        }

        for (var i = 0; i < repeats || IsTooShort(figures.Known, i); i++)
        {
            var turn = engineCase.Turn(i);
            await TimeAsync(() => ours.RunAsync(turn), figures.Ours);
            await TimeAsync(() => ours.RunAsync(turn), figures.Known);
            if (engineCase.Sql is not { } byHand)
                continue;
            Time(() => parquet.Query(byHand, Count), figures.Parquet);
            Time(() => tables.Query(byHand, Count), figures.Tables);
        }

        figures.Stops = await StopTimes.MeasureAsync(ours, engineCase, EngineFigures.Median(figures.Known.Whole));
    }

    // Of queries of a few milliseconds a few runs tell little.
    private bool IsTooShort(RunTimes times, int runs) =>
        times.Whole.Sum() < ShortestMeasured && runs < repeats * MostRepeated;

    private static async Task TimeAsync(Func<Task<QueryResult>> run, RunTimes times)
    {
        var (clock, before) = (Stopwatch.StartNew(), Worked);
        var stages = (await run()).Statistics.Stages.ToLookup(s => s.Stage == "run", s => s.Elapsed.TotalMilliseconds);
        times.Whole.Add(clock.Elapsed.TotalMilliseconds);
        times.Work.Add((Worked - before).TotalMilliseconds);
        times.Run.Add(stages[true].Sum());
        times.Compile.Add(stages[false].Sum());
    }

    private static void Time(Action run, RunTimes times)
    {
        var (clock, before) = (Stopwatch.StartNew(), Worked);
        run();
        times.Whole.Add(clock.Elapsed.TotalMilliseconds);
        times.Work.Add((Worked - before).TotalMilliseconds);
    }

    private static TimeSpan Worked => Environment.CpuUsage.TotalTime;

    private static long Count(DuckDBDataReader reader)
    {
        var rows = 0L;
        while (reader.Read())
            rows++;
        return rows;
    }
}
