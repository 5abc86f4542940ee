using System.CommandLine;
using FlowKernel.Hosting;

namespace FlowKernel.Cli.Commands;

/// <summary>The options that say where queries run.</summary>
internal static class ConnectionOptions
{
    private static readonly Option<bool> Sample = new("--sample") { Description = "Query the built-in sample estate." };

    private static readonly Option<DirectoryInfo?> Data = new("--data")
    {
        Description = "Query a folder of imported flow logs (see: flowkernel import --help).",
        HelpName = "DIR",
    };

    private static readonly Option<DateTimeOffset?> Now = new("--now")
    {
        Description = "What now() and ago() count from, such as 2024-04-27T12:00:00Z.",
        HelpName = "T",
    };

    /// <summary>Places that <c>externaldata</c> may read.</summary>
    public static Option<string[]> AllowData { get; } = new("--allow-data")
    {
        Description = "Let externaldata read this folder, file or https:// address and what lies below it; only where "
            + "you trust the queries. May be repeated.",
        HelpName = "PLACE",
    };

    public static void AddTo(Command command)
    {
        command.Add(Sample);
        command.Add(Data);
        command.Add(Now);
        command.Add(AllowData);
        command.Validators.Add(line =>
        {
            if (line.GetValue(Sample) && line.GetValue(Data) is not null)
                line.AddError("--sample and --data exclude each other: a query runs on one of them.");
        });
    }

    /// <summary>The choice; without any, queries have no tables.</summary>
    public static ConnectionChoice Read(ParseResult line)
    {
        ConnectionChoice choice = line.GetValue(Data) is { } data
            ? new ConnectionChoice.Local(data.FullName)
            : line.GetValue(Sample) ? new ConnectionChoice.Sample() : ConnectionChoice.Nothing;
        return choice with { Now = line.GetValue(Now)?.UtcDateTime, AllowedData = AllowedData(line) };
    }

    /// <summary>The places that the command line allows.</summary>
    public static string[] AllowedData(ParseResult line) => line.GetValue(AllowData) ?? [];
}
