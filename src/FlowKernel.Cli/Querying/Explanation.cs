using FlowKernel.Cli.Composition;
using FlowKernel.Cli.Output;
using FlowKernel.Hosting;
using FlowKernel.Notebook.Kernel;
using FlowKernel.Session;

namespace FlowKernel.Cli.Querying;

/// <summary><c>query --explain</c>: what each stage makes of a query, and how long it takes.</summary>
internal static class Explanation
{
    public static async Task<int> WriteAsync(
        QueryRequest request, ConnectionChoice choice, CancellationToken cancellation)
    {
        await using var workbench = new Workbench();
        var connected = await workbench.ConnectAsync(choice, cancellation);
        if (!connected.Succeeded)
            return Terminal.Fail(connected.Diagnostics);
        var explained = await QueryExplanation.OfAsync(workbench.Session, request, cancellation);
        if (!explained.Succeeded)
            return Terminal.Fail(explained.Diagnostics, request.Kql);
        Terminal.Out.WriteLine(explained.Value.ToString());
        var result = await workbench.Session.QueryAsync(request, cancellation);
        if (!result.Succeeded)
            return Terminal.Fail(result.Diagnostics, request.Kql);
        Terminal.Out.WriteLine(StageTimes.Of(result.Value));
        return 0;
    }
}
