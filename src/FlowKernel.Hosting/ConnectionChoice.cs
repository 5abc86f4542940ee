namespace FlowKernel.Hosting;

/// <summary>Where queries should run, as the user asked.</summary>
public abstract record ConnectionChoice
{
    /// <summary>The built-in sample.</summary>
    public sealed record Sample : ConnectionChoice;

    /// <summary>A folder of imported flow logs.</summary>
    public sealed record Local(string Folder) : ConnectionChoice;

    /// <summary>No tables: for queries that bring their own rows.</summary>
    public sealed record None : ConnectionChoice;

    /// <summary>A pinned now in place of the data's own, or null.</summary>
    public DateTime? Now { get; init; }

    /// <summary>Paths and addresses below which <c>externaldata</c> may read.</summary>
    public IReadOnlyList<string> AllowedData { get; init; } = [];

    /// <summary>The choice of no tables.</summary>
    public static ConnectionChoice Nothing { get; } = new None();
}
