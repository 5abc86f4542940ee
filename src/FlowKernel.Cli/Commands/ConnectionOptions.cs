using System.CommandLine;
using System.CommandLine.Parsing;
using FlowKernel.Hosting;
using FlowKernel.Session;

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

    private static readonly Option<string?> Workspace = new("--workspace")
    {
        Description = "Query a Log Analytics workspace, by its ID.",
        HelpName = "ID",
    };

    private static readonly Option<string?> Cluster = new("--cluster")
    {
        Description = "Query a database of an Azure Data Explorer cluster; needs --database.",
        HelpName = "URL",
    };

    private static readonly Option<string?> Database = new("--database")
    {
        Description = "The database of --cluster.",
        HelpName = "DB",
    };

    private static readonly Option<string?> Auth = new("--auth")
    {
        Description = "How to sign in to Azure: " + string.Join(", ", SignInWays.Names) + ".",
        HelpName = "WAY",
    };

    private static readonly Option<string?> Endpoint = new("--endpoint")
    {
        Description = "Where Log Analytics answers, outside of Azure's public cloud.",
        HelpName = "URL",
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
        Auth.AcceptOnlyFromAmong([.. SignInWays.Names]);
        foreach (var option in (Option[])[Sample, Data, Workspace, Endpoint, Cluster, Database, Auth, Now, AllowData])
            command.Add(option);
        command.Validators.Add(line =>
        {
            if (Mistake(line) is { } mistake)
                line.AddError(mistake);
        });
    }

    /// <summary>The choice; without any, queries have no tables.</summary>
    public static ConnectionChoice Read(ParseResult line) => Place(line) with
    {
        Now = line.GetValue(Now)?.UtcDateTime,
        Auth = line.GetValue(Auth),
        AllowedData = AllowedData(line),
    };

    private static ConnectionChoice Place(ParseResult line)
    {
        if (line.GetValue(Data) is { } data)
            return new ConnectionChoice.Local(data.FullName);
        if (line.GetValue(Workspace) is { } workspace)
            return new ConnectionChoice.Workspace(workspace, line.GetValue(Endpoint));
        if (line.GetValue(Cluster) is { } cluster)
            return new ConnectionChoice.Cluster(cluster, line.GetValue(Database)!);
        return line.GetValue(Sample) ? new ConnectionChoice.Sample() : ConnectionChoice.Nothing;
    }

    private static string? Mistake(CommandResult line)
    {
        var cluster = line.GetValue(Cluster) is not null;
        var workspace = line.GetValue(Workspace) is not null;
        string[] places =
        [
            .. line.GetValue(Sample) ? ["--sample"] : (string[])[],
            .. line.GetValue(Data) is not null ? ["--data"] : (string[])[],
            .. workspace ? ["--workspace"] : (string[])[],
            .. cluster ? ["--cluster"] : (string[])[],
        ];
        if (places.Length > 1)
            return $"{string.Join(" and ", places)} exclude each other: a query runs on one of them.";
        if (cluster != line.GetValue(Database) is not null)
            return cluster ? "--cluster needs --database DB." : "--database needs --cluster URL.";
        if (line.GetValue(Endpoint) is not null && !workspace)
            return "--endpoint needs --workspace ID.";
        return line.GetValue(Auth) is not null && !workspace && !cluster
            ? "--auth needs --workspace ID or --cluster URL."
            : null;
    }

    /// <summary>The places that the command line allows.</summary>
    public static string[] AllowedData(ParseResult line) => line.GetValue(AllowData) ?? [];
}
