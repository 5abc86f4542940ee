namespace FlowKernel.Hosting;

/// <summary>Where queries should run, as the user asked.</summary>
public abstract record ConnectionChoice
{
    /// <summary>The built-in sample.</summary>
    public sealed record Sample : ConnectionChoice;

    /// <summary>A folder of imported flow logs.</summary>
    public sealed record Local(string Folder) : ConnectionChoice;

    /// <summary>
    /// A Log Analytics workspace by its ID, or a resource by its path; where Log Analytics answers, or null for the public
    /// cloud.
    /// </summary>
    public sealed record Workspace(string Id, string? Endpoint = null) : ConnectionChoice;

    /// <summary>A database of a Kusto cluster.</summary>
    public sealed record Cluster(string Address, string Database) : ConnectionChoice;

    /// <summary>No tables: for queries that bring their own rows.</summary>
    public sealed record None : ConnectionChoice;

    /// <summary>A pinned now in place of the data's own, or null.</summary>
    public DateTime? Now { get; init; }

    /// <summary>How to sign in to Azure, of <see cref="Session.SignInWays"/>; null for the usual way.</summary>
    public string? Auth { get; init; }

    /// <summary>Paths and addresses below which <c>externaldata</c> may read.</summary>
    public IReadOnlyList<string> AllowedData { get; init; } = [];

    /// <summary>The choice of no tables.</summary>
    public static ConnectionChoice Nothing { get; } = new None();
}
