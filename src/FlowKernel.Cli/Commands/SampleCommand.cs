using System.CommandLine;
using FlowKernel.Cli.Importing;
using FlowKernel.Cli.Output;
using FlowKernel.FlowLogs.Sample;

namespace FlowKernel.Cli.Commands;

/// <summary><c>flowkernel sample</c>: the sample estate, as a store or as raw blobs.</summary>
internal static class SampleCommand
{
    private static readonly Option<DirectoryInfo> Out = new("--out")
    {
        Description = "Where the sample goes.",
        Required = true,
        HelpName = "DIR",
    };

    private static readonly Option<long?> Flows = new("--flows")
    {
        Description = "About how many connections to make.",
    };

    private static readonly Option<int> Days = new("--days")
    {
        Description = "How many days of traffic there are before the sample's now.",
        DefaultValueFactory = _ => new SampleOptions().Days,
    };

    private static readonly Option<ulong> Seed = new("--seed")
    {
        Description = "What the chances are drawn from; the same seed gives the same bytes.",
        DefaultValueFactory = _ => new SampleOptions().Seed,
    };

    private static readonly Option<bool> Raw = new("--raw")
    {
        Description = "Write PT1H.json blobs as Azure does, with topology.json, service-tags.json and threats.csv "
            + "beside them.",
    };

    public static Command Create()
    {
        var command = new Command(
            "sample",
            "Make the flow logs of a hub-and-spoke estate: firewall, gateways, load balancer, a site on premises, and "
            + "something to find.\n\nExample: flowkernel sample --out ./sample")
        {
            Out, Flows, Days, Seed, Raw,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var folder = line.GetValue(Out)!.FullName;
        var options = new SampleOptions
        {
            Days = line.GetValue(Days),
            Flows = line.GetValue(Flows),
            Seed = line.GetValue(Seed),
        }.Check();
        if (!options.Succeeded)
            return Terminal.Fail(options.Diagnostics);
        var text = line.GetValue(Raw)
            ? await SampleWriting.BlobsAsync(folder, options.Value, cancellation)
            : await SampleWriting.StoreAsync(folder, options.Value, cancellation);
        if (!text.Succeeded)
            return Terminal.Fail(text.Diagnostics);
        Terminal.Out.WriteLine(text.Value);
        return 0;
    }
}
