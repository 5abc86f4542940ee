using FlowKernel.Cli.Composition;
using FlowKernel.Cli.Output;
using FlowKernel.Hosting;
using FlowKernel.Session;

namespace FlowKernel.Cli.Querying;

/// <summary>Runs one query and writes its result: what <c>query</c> and <c>recipes run</c> share.</summary>
internal static class QueryRun
{
    /// <summary>Connects, runs, writes; gives the exit code.</summary>
    public static async Task<int> RunAsync(
        QueryRequest request, ConnectionChoice choice, OutputFormat format, FileInfo? chart,
        CancellationToken cancellation)
    {
        await using var workbench = new Workbench();
        var connected = await workbench.ConnectAsync(choice, cancellation);
        if (!connected.Succeeded)
            return QueryOutput.Fail(connected.Diagnostics, "", format);
        var result = await Terminal.WhileAsync(
            $"Running on {connected.Value.Name}", progress => workbench.Session.QueryAsync(request, progress, cancellation));
        if (!result.Succeeded)
            return QueryOutput.Fail(result.Diagnostics, request.Kql, format);
        Terminal.Tell(result.Diagnostics, request.Kql);
        QueryOutput.Write(result.Value, format);
        var exitCode = chart is null ? 0 : await ChartFile.WriteAsync(chart, result.Value, workbench, cancellation);
        await workbench.KeepLanguageAsync(cancellation);
        return exitCode;
    }
}
