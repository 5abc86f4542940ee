using FlowKernel.Benchmarks;

return args switch
{
    ["latency"] => await LatencyReport.WriteAsync(),
    ["growth"] => GrowthReport.Write(2_000),
    ["growth", var cells] when int.TryParse(cells, out var count) => GrowthReport.Write(count),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("""
        Timings, measured where they are run; nothing passes or fails.

          dotnet run -c Release --project tests/FlowKernel.Benchmarks -- latency

        latency: cold start of a query, kernel ready, first and warm cells, checking, the 13 recipes on the sample.
        """);
    return 1;
}
