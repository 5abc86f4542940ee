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
        Console.WriteLine($"{"",-26}{"milliseconds",45}{"ratio to the faster by hand",31}{"compile",16}");
        Console.WriteLine(
            $"{"",-26}{"new",9}{"known",9}{"run",9}{"parquet",9}{"tables",9}{"new",7}{"known",8}{"run",8}{"work",8}"
            + $"{"new",8}{"known",8}{"stop",7}{"first",9}{"read MB",9}{"peak MB",9}{"rows",9}");
    }

    public void Line(EngineFigures f)
    {
        if (asJson)
            return;
        var note = f.Agrees == false ? "  results differ" : "";
        Console.WriteLine(
            $"{f.Name,-26}{Ms(f.Ours.Whole),9}{Ms(f.Known.Whole),9}{Ms(f.Runs),9}{Ms(f.Parquet.Whole),9}"
            + $"{Ms(f.Tables.Whole),9}{Number(f.Ratio, "F2"),7}{Number(f.KnownRatio, "F2"),8}{Number(f.RunRatio, "F2"),8}"
            + $"{Number(f.WorkRatio, "F2"),8}{Ms(f.Ours.Compile),8}{Ms(f.Known.Compile),8}"
            + $"{Number(Most(f.Stops), "F0"),7}{Number(f.First, "F0"),9}"
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

    private static List<(string Name, double? Value)> Summary(IReadOnlyList<EngineFigures> all) =>
    [
        .. Ratios(all, "ratio of the run", f => f.RunRatio),
        .. Ratios(all, "ratio with compiling, text known", f => f.KnownRatio),
        .. Ratios(all, "ratio with compiling, text not seen before", f => f.Ratio),
        .. Ratios(all, "ratio of work of all threads, text known", f => f.WorkRatio),
        ("address ranges, times faster, least", all.Where(f => f.TestsRanges).Select(f => 1 / f.RunRatio).Min()),
        ("compile of a text not seen before, median ms", Median([.. all.SelectMany(f => f.Ours.Compile)])),
        ("compile of a text known, median ms", Median([.. all.SelectMany(f => f.Known.Compile)])),
        ("end after a cancel, most ms", Most([.. all.SelectMany(f => f.Stops)])),
        ("peak memory, most MB", all.Max(f => f.PeakMemory) / 1e6),
    ];

    private static IEnumerable<(string Name, double? Value)> Ratios(
        IReadOnlyList<EngineFigures> all, string name, Func<EngineFigures, double?> ratio)
    {
        var ratios = all.Select(ratio).OfType<double>().ToList();
        yield return ($"{name}, median", ratios.Count == 0 ? null : Median(ratios));
        yield return ($"{name}, worst", ratios.Count == 0 ? null : ratios.Max());
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
        Write(writer, "ours", MedianOf(f.Ours.Whole));
        Write(writer, "known", MedianOf(f.Known.Whole));
        Write(writer, "run", MedianOf(f.Runs));
        Write(writer, "runLeast", f.Runs.Min());
        Write(writer, "parquet", MedianOf(f.Parquet.Whole));
        Write(writer, "parquetLeast", Least(f.Parquet.Whole));
        Write(writer, "tables", MedianOf(f.Tables.Whole));
        Write(writer, "tablesLeast", Least(f.Tables.Whole));
        Write(writer, "ratio", f.Ratio);
        Write(writer, "knownRatio", f.KnownRatio);
        Write(writer, "runRatio", f.RunRatio);
        Write(writer, "workRatio", f.WorkRatio);
        Write(writer, "compile", MedianOf(f.Ours.Compile));
        Write(writer, "compileKnown", MedianOf(f.Known.Compile));
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

    private static double? Least(IReadOnlyCollection<double> times) => times.Count == 0 ? null : times.Min();

    private static double? MedianOf(IReadOnlyCollection<double> times) => times.Count == 0 ? null : Median(times);

    private static string Ms(IReadOnlyCollection<double> times) =>
        MedianOf(times) is { } median ? Number(median, median < 100 ? "F1" : "F0") : "";

    private static string Number(double? value, string format) => value?.ToString(format, Invariant) ?? "";

    private static string Megabytes(long? bytes) => Number(bytes / 1e6, "F0");
}
