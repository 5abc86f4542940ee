using System.Globalization;
using FlowKernel.Benchmarks;
using FlowKernel.Benchmarks.Engine;

var asJson = args.Contains("--json");
return args.Where(a => a != "--json").ToArray() switch
{
    ["latency"] => await LatencyReport.WriteAsync(isWhole: false, asJson),
    ["latency", "all"] => await LatencyReport.WriteAsync(isWhole: true, asJson),
    ["interrupts"] => LatencyReport.WriteInterrupts(50, asJson),
    ["interrupts", var times] when int.TryParse(times, CultureInfo.InvariantCulture, out var count) =>
        LatencyReport.WriteInterrupts(count, asJson),
    ["growth"] => GrowthReport.Write(2_000, asJson),
    ["growth", var cells] when int.TryParse(cells, CultureInfo.InvariantCulture, out var count) =>
        GrowthReport.Write(count, asJson),
    ["growth", "each"] => GrowthReport.WriteEach(2_000),
    ["growth", "each", var cells, .. var kinds] when int.TryParse(cells, CultureInfo.InvariantCulture, out var count) =>
        GrowthReport.WriteEach(count, kinds),
    ["compile"] => await CompileReport.WriteAsync(20),
    ["engine", .. var options] => await EngineCommand.RunAsync(options, asJson),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("""
        Timings, measured where they are run; nothing passes or fails.

          dotnet run -c Release --project tests/FlowKernel.Benchmarks -- latency [all] [--json]
          dotnet run -c Release --project tests/FlowKernel.Benchmarks -- interrupts [TIMES] [--json]
          dotnet run -c Release --project tests/FlowKernel.Benchmarks -- growth [each] [CELLS [KIND...]] [--json]
          dotnet run -c Release --project tests/FlowKernel.Benchmarks -- engine [--flows N] [--days N] [--data DIR]
            [--threads N] [--repeats N] [--memory MIB] [--only NAME...] [--json]
          dotnet run -c Release --project tests/FlowKernel.Benchmarks -- compile

        latency: a kernel process as front ends see it: ready, first and warm cells, completion, interrupts.
                 'all' adds the tool's processes and the stages and recipes inside one.
        interrupts: each kind of endless cell, 50 times or as often as told.
        growth:  what thousands of cells in one kernel do to the time of a cell and to memory; 'each' runs cells of one
                 kind alone, each kind in a kernel of its own.

        engine:  the embedded engine on a store of that size (made once, in DIR), and SQL that was written by hand for
                 the same questions: on the same Parquet, and on tables of DuckDB. 'new' is all of a text not seen before,
                 'known' the same text once more, 'run' its SQL alone, prepared, run and read; 'work' is the time that
                 all threads worked on a known text, 'stop' the longest time from a cancel to the end.
        compile: check, lowering and SQL of each case alone. Both after the practice that a kernel has in the background.

        The environment variable FLOWKERNEL_TOOL names the FlowKernel.Cli.dll to measure, such as a published one.
        """);
    return 1;
}
