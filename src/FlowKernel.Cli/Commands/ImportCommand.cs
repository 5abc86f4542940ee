using System.CommandLine;
using FlowKernel.Cli.Importing;
using FlowKernel.Cli.Output;
using FlowKernel.DuckDb.Store;
using FlowKernel.FlowLogs.Enrichment;
using FlowKernel.Hosting.Importing;

namespace FlowKernel.Cli.Commands;

/// <summary><c>flowkernel import</c>: flow log files into a local store.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string[]> Paths = new("PATH")
    {
        Description = "Flow log files (PT1H.json), or folders that hold them at any depth.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<DirectoryInfo> Data = new("--data")
    {
        Description = "The store's folder; made where it is missing, added to where it is there.",
        Required = true,
        HelpName = "DIR",
    };

    private static readonly Option<FileInfo[]> Topology = new("--topology")
    {
        Description = "What your networks look like, as JSON: subnets, interfaces, gateways. May be repeated. "
            + "An example: flowkernel sample --raw --out DIR writes topology.json.",
        HelpName = "FILE",
    };

    private static readonly Option<FileInfo?> ServiceTags = new("--service-tags")
    {
        Description = "Azure's service tags (ServiceTags_Public_*.json), which tell Azure's addresses from others.",
        HelpName = "FILE",
    };

    private static readonly Option<FileInfo?> IpDb = new("--ip-db")
    {
        Description = "A GeoIP database (MaxMind format) with countries or holders of addresses.",
        HelpName = "FILE.mmdb",
    };

    private static readonly Option<FileInfo?> Threats = new("--threats")
    {
        Description = "Malicious addresses, one a line: ip,type,description,domain,url,port.",
        HelpName = "FILE",
    };

    private static readonly Option<DateTimeOffset?> Now = new("--now")
    {
        Description = "Pin the data's now, for data that is looked at as of then.",
        HelpName = "T",
    };

    private static readonly Option<int?> Interval = new("--interval")
    {
        Description = "How many minutes of traffic a row holds: 60, or 10 for more and finer rows. "
            + "Set by the store's first import, like the next two.",
        HelpName = "MINUTES",
    };

    private static readonly Option<PublicPeers?> PublicIps = new("--public-ips")
    {
        Description = "A row for each public address (keep), or those of a country or region in one row (pack), as "
            + "Traffic Analytics does; then SrcIp or DestIp is empty, and the addresses are in SrcPublicIps or "
            + "DestPublicIps.",
    };

    private static readonly Option<IpDetailsRows?> IpDetails = new("--ip-details")
    {
        Description = "A row of NTAIpDetails for each address (peraddress), so that a join counts flows once, or one "
            + "for each address and interval (perinterval), as Traffic Analytics does.",
    };

    public static Command Create()
    {
        var command = new Command(
            "import",
            "Turn flow log blobs into the Traffic Analytics tables, in a folder on this machine. Importing the same "
            + "files again adds nothing; a file that has grown replaces its rows.\n\n"
            + "Example: flowkernel import ./blobs --data ./flows --topology topology.json")
        {
            Paths, Data, Topology, ServiceTags, IpDb, Threats, Now, Interval, PublicIps, IpDetails,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var folder = line.GetValue(Data)!.FullName;
        var files = new ImportFilesGiven(
            line.GetValue(Topology) ?? [], line.GetValue(ServiceTags), line.GetValue(IpDb), line.GetValue(Threats));
        var options = await files.ReadAsync(cancellation);
        if (!options.Succeeded)
            return Terminal.Fail(options.Diagnostics);
        var import = options.Value with { Now = line.GetValue(Now)?.UtcDateTime, Settings = Settings(line, folder) };
        var report = await Terminal.WhileAsync("Importing", progress => FlowImporter.ImportAsync(
            line.GetValue(Paths)!, folder, import,
            new ImportSteps(progress, "files", TimeProvider.System), cancellation));
        if (!report.Succeeded)
            return Terminal.Fail(report.Diagnostics);
        Terminal.Out.Write(ImportText.Of(report.Value, folder));
        return 0;
    }

    // What is not said is as the store has it.
    private static StoreSettings? Settings(ParseResult line, string folder)
    {
        var (interval, peers, details) = (line.GetValue(Interval), line.GetValue(PublicIps), line.GetValue(IpDetails));
        if (interval is null && peers is null && details is null)
            return null;
        var known = FlowStore.Open(folder).Value?.Manifest.Settings ?? new StoreSettings();
        return new()
        {
            Interval = interval is { } minutes ? TimeSpan.FromMinutes(minutes) : known.Interval,
            PublicPeers = peers ?? known.PublicPeers,
            IpDetails = details ?? known.IpDetails,
        };
    }
}
