using System.Globalization;
using System.Text.Json;
using FlowKernel.DuckDb;
using static FlowKernel.Benchmarks.Engine.EngineFigures;

namespace FlowKernel.Benchmarks.Engine;

/// <summary>Writes what was measured, as lines or as JSON.</summary>
internal sealed class EngineReport(long flows, EngineOptions options, bool asJson)
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private string Machine => string.Create(
        Invariant, $"{BenchmarkMachine.Text}; {flows:N0} flows, {options.Threads} threads, {DuckDbVersion.Text}");

    public void Head()
    {
        if (asJson)
            return;
        Console.WriteLine(Machine);
        Console.WriteLine(
            $"{"milliseconds",-26}{"ours",9}{"parquet",9}{"tables",9}{"ratio",8}{"work",8}{"compile",9}"
            + $"{"again",9}{"compile",9}{"stop",7}{"first",9}{"read MB",9}{"peak MB",9}{"rows",9}");
    }

    public void Line(EngineFigures f)
    {
        if (asJson)
            return;
        var note = f.Agrees == false ? "  results differ" : "";
        Console.WriteLine(
            $"{f.Name,-26}{Ms(f.Ours),9}{Ms(f.Parquet),9}{Ms(f.Tables),9}{Number(f.Ratio, "F2"),8}"
            + $"{Number(f.WorkRatio, "F2"),8}"
            + $"{Ms(f.Compile, "F1"),9}{Ms(f.Again),9}{Ms(f.CompileAgain, "F1"),9}{Number(Most(f.Stops), "F0"),7}"
            + $"{Number(f.First, "F0"),9}"
            + $"{Megabytes(f.BytesRead),9}{Megabytes(f.PeakMemory),9}{f.Rows,9}{note}");
    }

    public void End(IReadOnlyList<EngineFigures> all)
    {
        if (asJson)
        {
            WriteJson(all);
            return;
        }

        foreach (var (name, value) in Summary(all))
            Console.WriteLine($"{name,-48}{Number(value, "F2"),9}");
        Console.WriteLine($"load at the end: {BenchmarkMachine.Load}");
    }

    private static List<(string Name, double? Value)> Summary(IReadOnlyList<EngineFigures> all)
    {
        var ratios = all.Select(f => f.Ratio).OfType<double>().ToList();
        var works = all.Select(f => f.WorkRatio).OfType<double>().ToList();
        var ranges = all.Where(f => f.TestsRanges && f.Ratio is not null).Select(f => 1 / f.Ratio!.Value).ToList();
        return
        [
            ("median ratio to the faster by hand", ratios.Count == 0 ? null : Median(ratios)),
            ("worst ratio", ratios.Count == 0 ? null : ratios.Max()),
            ("median ratio of work, all threads", works.Count == 0 ? null : Median(works)),
            ("worst ratio of work", works.Count == 0 ? null : works.Max()),
            ("address ranges, times faster, least", ranges.Count == 0 ? null : ranges.Min()),
            ("compile of a text not seen before, median ms", Median(all.SelectMany(f => f.Compile).ToList())),
            ("compile of a text known, median ms", Median(all.SelectMany(f => f.CompileAgain).ToList())),
            ("end after a cancel, most ms", Most([.. all.SelectMany(f => f.Stops)])),
            ("peak memory, most MB", all.Max(f => f.PeakMemory) / 1e6),
        ];
    }

    private void WriteJson(IReadOnlyList<EngineFigures> all)
    {
        using var output = Console.OpenStandardOutput();
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        writer.WriteStartObject();
        writer.WriteString("machine", Machine);
        foreach (var (name, value) in Summary(all))
            Write(writer, name, value);
        writer.WriteStartArray("cases");
        foreach (var figures in all)
            Write(writer, figures);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, EngineFigures f)
    {
        writer.WriteStartObject();
        writer.WriteString("name", f.Name);
        Write(writer, "ours", Median(f.Ours));
        Write(writer, "parquet", f.Parquet.Count == 0 ? null : Median(f.Parquet));
        Write(writer, "tables", f.Tables.Count == 0 ? null : Median(f.Tables));
        Write(writer, "ratio", f.Ratio);
        Write(writer, "workRatio", f.WorkRatio);
        Write(writer, "compile", Median(f.Compile));
        Write(writer, "again", Median(f.Again));
        Write(writer, "compileAgain", Median(f.CompileAgain));
        Write(writer, "stop", Most(f.Stops));
        Write(writer, "first", f.First);
        Write(writer, "bytesRead", f.BytesRead);
        Write(writer, "peakMemory", f.PeakMemory);
        Write(writer, "rows", f.Rows);
        if (f.Agrees is { } agrees)
            writer.WriteBoolean("agrees", agrees);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, Math.Round(number, 3));
        else
            writer.WriteNull(name);
    }

    private static double? Most(IReadOnlyCollection<double> times) => times.Count == 0 ? null : times.Max();

    private static string Ms(IReadOnlyCollection<double> times, string format = "F0") =>
        times.Count == 0 ? "" : Number(Median(times), format);

    private static string Number(double? value, string format) => value?.ToString(format, Invariant) ?? "";

    private static string Megabytes(long? bytes) => Number(bytes / 1e6, "F0");
}
