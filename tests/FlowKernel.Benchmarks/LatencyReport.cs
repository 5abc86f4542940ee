using System.Globalization;
using System.Text.Json;
using FlowKernel.Benchmarks.Protocol;

namespace FlowKernel.Benchmarks;

/// <summary>What a user waits for, as a table or as JSON.</summary>
internal static class LatencyReport
{
    private const int Repeats = 15;

    /// <summary>Interrupts each kind of endless cell that often.</summary>
    public static int WriteInterrupts(int times, bool asJson)
    {
        using var kernel = new RunningKernel();
        kernel.FrontEnd.Run("#!flowlogs connect sample");
        if (!asJson)
            Head();
        var all = new List<Measurement>();
        foreach (var measurement in InterruptTimes.Measure(kernel.FrontEnd, times))
            Take(measurement, all, asJson);
        if (asJson)
            WriteJson(all);
        return 0;
    }

    /// <summary>
    /// Measures the kernel over the protocol; with <paramref name="isWhole"/> also the tool's processes and what goes
    /// on inside one.
    /// </summary>
    public static async Task<int> WriteAsync(bool isWhole, bool asJson)
    {
        var all = new List<Measurement>();
        if (!asJson)
            Head();
        await foreach (var measurement in MeasureAsync(isWhole))
            Take(measurement, all, asJson);
        if (asJson)
            WriteJson(all);
        return 0;
    }

    private static void Take(Measurement measurement, List<Measurement> all, bool asJson)
    {
        all.Add(measurement);
        if (!asJson)
            Line(measurement);
    }

    private static async IAsyncEnumerable<Measurement> MeasureAsync(bool isWhole)
    {
        await ProcessTimes.InstallAsync();
        foreach (var measurement in ProtocolTimes.Measure())
            yield return measurement;
        if (!isWhole)
            yield break;
        foreach (var kql in new[] { "print 1", "NTANetAnalytics | count" })
            yield return new Measurement($"query --sample '{kql}', whole process", await ProcessTimes.QueryAsync(kql));
        foreach (var (name, times) in await SessionTimes.MeasureAsync(Repeats))
            yield return new Measurement(name, [.. times.Select(t => t.TotalMilliseconds)]);
    }

    private static void Head()
    {
        Console.WriteLine(BenchmarkMachine.Text);
        Console.WriteLine($"{"what",-46}{"value",11}{"least",11}{"most",11}{"target",11}");
    }

    private static void Line(Measurement m)
    {
        var target = m.Target is { } most ? string.Create(CultureInfo.InvariantCulture, $"{most:F0} ms") : "";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{m.Name,-46}{m.Value,8:F1} ms{m.Least,8:F1} ms{m.Most,8:F1} ms{target,11}"));
    }

    private static void WriteJson(IReadOnlyList<Measurement> all)
    {
        using var output = Console.OpenStandardOutput();
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        writer.WriteStartObject();
        writer.WriteString("machine", BenchmarkMachine.Text);
        writer.WriteStartArray("measurements");
        foreach (var m in all)
            Write(writer, m);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Measurement m)
    {
        writer.WriteStartObject();
        writer.WriteString("name", m.Name);
        writer.WriteNumber("percentile", m.Percentile);
        writer.WriteNumber("milliseconds", m.Value);
        writer.WriteNumber("least", m.Least);
        writer.WriteNumber("most", m.Most);
        writer.WriteNumber("runs", m.Times.Count);
        if (m.Target is { } target)
            writer.WriteNumber("target", target);
        writer.WriteEndObject();
    }
}
