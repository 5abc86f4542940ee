using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FlowKernel.Benchmarks.Protocol;

namespace FlowKernel.Benchmarks;

/// <summary>What thousands of cells in one kernel do to the time of a cell and to memory.</summary>
internal static class GrowthReport
{
    private const int Window = 50;
    private const double Mebibyte = 1024 * 1024;

    // What is only waiting to be collected, or kept by .NET for what comes next, is not held.
    private const string Collect =
        "GC.Collect(2, GCCollectionMode.Aggressive, true, true); GC.WaitForPendingFinalizers(); "
        + "GC.Collect(2, GCCollectionMode.Aggressive, true, true); GC.GetTotalMemory(true)";

    private static readonly (string Name, Func<int, string> Code)[] Kinds =
    [
        ("value", i => $"{i} + 1"),
        ("new variable", i => $"var x{i} = {i} * 2; x{i}"),
        ("variable again", i => $"var total = {i}; total + 1"),
        ("function again", i => $"int F(int a) => a + {i}; F(1)"),
        ("new function", i => $"int F{i}(int a) => a + {i}; F{i}(1)"),
        ("variable and user", i => $"var w{i} = {i}; int U{i}(int a) => a + w{i}; U{i}(1)"),
        ("function in a lambda", i => $"int G{i}(int a) => a + {i}; new[] {{ 1, 2 }}.Select(x => G{i}(x)).Sum()"),
        ("set, test, count", i =>
            $"var s{i} = new HashSet<int> {{ {i} }}; bool Is{i}(int a) => s{i}.Contains(a); new[] {{ 1, 2 }}.Count(x => Is{i}(x))"),
        ("lambda in a function", i => $"var d{i} = {i}; int L{i}(int[] a) => a.Count(x => x > d{i}); L{i}([1, 2])"),
        ("async function", i => $"async Task<int> A{i}() {{ await Task.Yield(); return {i}; }} await A{i}()"),
        ("attribute", i => $"[Obsolete(\"old\")] int O{i}(int a) => a + {i}; {i}"),
        ("new list", i => $"var l{i} = Enumerable.Range(0, {i % 100}).Where(n => n > {i % 50}).ToList(); l{i}.Count"),
        ("new constant", i => $"const int C{i} = {i}; C{i} + 1"),
        ("new type", i => $"record R{i}(int A); new R{i}({i}).A"),
        ("object of a new type", i => $"record O{i}(int A); var o{i} = new O{i}({i}); o{i}.A"),
        ("object again", i => $"record Again(int A); var again = new Again({i}); again.A"),
        ("type, then an object", i => i % 2 == 0 ? $"record P{i}(int A);" : $"var p{i} = new P{i - 1}({i}); p{i}.A"),
        ("type of a type", i => $"record N{i}(int A{(i % 8 == 0 ? "" : $", N{i - 1}? Last")}); var n{i} = new N{i}({(i % 8 == 0 ? "1" : $"1, n{i - 1}")}); n{i}.A"),
        ("type in a lambda", i => $"record T{i}(int A); new[] {{ 1, 2 }}.Select(x => new T{i}(x)).ToList().Count"),
        ("loop", i => $"foreach (var n in new[] {{ 1, 2 }}) Console.Write({i} < 0 ? \"x\" : \"\");"),
        ("KQL in C#", i => $"var q{i} = await Flow.Query(\"print n = {i}\"); q{i}.Count()"),
        ("KQL, new name", i => $"#!flowlogs --name k{i}\nprint n = {i}"),
        ("KQL, kept", i => $"#!flowlogs --name kept\nprint n = {i}"),
    ];

    /// <summary>
    /// Runs that many cells, each kind in turn, and measures the first, the middle and the last of them.
    /// </summary>
    public static int Write(int cells, bool asJson)
    {
        using var kernel = new RunningKernel();
        kernel.FrontEnd.Run("#!flowlogs connect sample");
        if (!asJson)
            Head();
        var windows = Measure(kernel, Kinds, cells).Select(w => asJson ? w : Line(w)).ToList();
        if (asJson)
            WriteJson(windows);
        return 0;
    }

    /// <summary>Runs that many cells of each kind alone, in a kernel of its own: of the kinds named, or of all.</summary>
    public static int WriteEach(int cells, params IReadOnlyCollection<string> only)
    {
        Console.WriteLine("Median of a cell, managed heap, working set, of each kind alone after so many cells:");
        foreach (var kind in Kinds.Where(k => only.Count == 0 || only.Contains(k.Name)))
        {
            using var kernel = new RunningKernel();
            kernel.FrontEnd.Run("#!flowlogs connect sample");
            Console.WriteLine(kind.Name);
            foreach (var window in Measure(kernel, [kind], cells))
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{window.Last,8}{window.Medians[0],9:F1} ms{window.Heap,8:F1} MiB{window.Process,7:F0} MiB"));
            }
        }

        return 0;
    }

    private sealed record Cells(int First, int Last, double[] Medians, double Processor, double Heap, double Process);

    private static IEnumerable<Cells> Measure(
        RunningKernel kernel, IReadOnlyList<(string Name, Func<int, string> Code)> kinds, int cells)
    {
        var last = 0;
        foreach (var end in new[] { Window, cells / 4, cells / 2, cells * 3 / 4, cells }.Where(end => end >= Window))
        {
            for (; last < end - Window; last++)
                Time(kernel.FrontEnd, kinds, last);
            var used = kernel.ProcessorTime;
            var times = Enumerable.Range(last, Window).Select(i => (Kind: i % kinds.Count, Time: Time(kernel.FrontEnd, kinds, i)))
                .ToLookup(t => t.Kind, t => t.Time);
            last = end;
            yield return new Cells(
                end - Window + 1,
                end,
                [.. Enumerable.Range(0, kinds.Count).Select(kind => Median([.. times[kind]]))],
                (kernel.ProcessorTime - used).TotalMilliseconds / Window,
                long.Parse(kernel.FrontEnd.Value(Collect), CultureInfo.InvariantCulture) / Mebibyte,
                kernel.WorkingSet / Mebibyte);
        }
    }

    private static double Time(FrontEnd front, IReadOnlyList<(string Name, Func<int, string> Code)> kinds, int cell)
    {
        var clock = Stopwatch.StartNew();
        front.Run(kinds[cell % kinds.Count].Code(cell));
        return clock.Elapsed.TotalMilliseconds;
    }

    private static double Median(double[] times) => times.Order().ElementAt(times.Length / 2);

    private static void Head()
    {
        Console.WriteLine("Medians of a cell, processor time of a cell, managed heap, working set:");
        var names = string.Concat(Kinds.Select(k => $"{k.Name,17}"));
        Console.WriteLine($"{"cells",-11}{names}{"processor",13}{"heap",11}{"process",11}");
    }

    private static Cells Line(Cells cells)
    {
        var medians = cells.Medians.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m,14:F1} ms"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{$"{cells.First}-{cells.Last}",-11}{string.Concat(medians)}{cells.Processor,10:F1} ms"
            + $"{cells.Heap,7:F0} MiB{cells.Process,7:F0} MiB"));
        return cells;
    }

    private static void WriteJson(IReadOnlyList<Cells> windows)
    {
        using var output = Console.OpenStandardOutput();
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        writer.WriteStartArray();
        foreach (var window in windows)
            Write(writer, window);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Cells cells)
    {
        writer.WriteStartObject();
        writer.WriteNumber("first", cells.First);
        writer.WriteNumber("last", cells.Last);
        foreach (var (kind, median) in Kinds.Zip(cells.Medians))
            writer.WriteNumber($"{kind.Name}, ms", median);
        writer.WriteNumber("processor, ms", cells.Processor);
        writer.WriteNumber("heap, MiB", cells.Heap);
        writer.WriteNumber("working set, MiB", cells.Process);
        writer.WriteEndObject();
    }
}
