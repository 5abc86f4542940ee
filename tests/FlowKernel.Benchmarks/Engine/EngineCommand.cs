using FlowKernel.DuckDb;
using System.CommandLine;

namespace FlowKernel.Benchmarks.Engine;

/// <summary>The command line of <c>engine</c>.</summary>
internal static class EngineCommand
{
    private static readonly Option<long> Flows = new("--flows") { DefaultValueFactory = _ => 10_000_000 };
    private static readonly Option<int> Days = new("--days") { DefaultValueFactory = _ => 30 };
    private static readonly Option<int> Threads = new("--threads") { DefaultValueFactory = _ => 2 };
    private static readonly Option<int> Repeats = new("--repeats") { DefaultValueFactory = _ => 5 };
    private static readonly Option<long?> Memory = new("--memory");
    private static readonly Option<string?> Data = new("--data");
    private static readonly Option<bool> Alone = new("--alone");
    private static readonly Option<string[]> Only = new("--only") { AllowMultipleArgumentsPerToken = true };

    /// <summary>
    /// Makes the store where it is missing, measures, and writes the table; with <c>--alone</c> without the SQL by hand, which
    /// takes minutes for some of 100 million flows.
    /// </summary>
    public static async Task<int> RunAsync(string[] arguments, bool asJson)
    {
        var line = new RootCommand { Flows, Days, Threads, Repeats, Memory, Data, Alone, Only }.Parse(arguments);
        if (line.Errors.Count > 0)
        {
            Console.Error.WriteLine(line.Errors[0].Message);
            return 1;
        }

        var (flows, days) = (line.GetValue(Flows), line.GetValue(Days));
        var folder = line.GetValue(Data) ?? FormattableString.Invariant(
            $"{Path.GetTempPath()}/flowkernel-benchmark/{flows}-{days}");
        BenchmarkStore.Make(Path.GetFullPath(folder), flows, days, Console.Error.WriteLine);
        var only = line.GetValue(Only);
        var cases = EngineCase.All.Where(c => only is null or [] || only.Contains(c.Name))
            .Select(c => line.GetValue(Alone) ? c with { Sql = null } : c).ToList();
        if (cases.Count == 0)
        {
            Console.Error.WriteLine($"--only takes: {string.Join(' ', EngineCase.All.Select(c => c.Name))}");
            return 1;
        }

        var options = new EngineOptions { Threads = line.GetValue(Threads), MemoryLimit = line.GetValue(Memory) << 20 };
        var report = new EngineReport(flows, options, asJson);
        report.Head();
        report.End(await new EngineRun(folder, options, cases, line.GetValue(Repeats)).MeasureAsync(report.Line));
        return 0;
    }
}
