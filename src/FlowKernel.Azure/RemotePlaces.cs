using FlowKernel.Azure.Access;
using FlowKernel.Azure.DataExplorer;
using FlowKernel.Azure.Http;
using FlowKernel.Azure.LogAnalytics;
using FlowKernel.Diagnostics;
using FlowKernel.Session;

namespace FlowKernel.Azure;

/// <summary>Opens the places in Azure where queries run.</summary>
/// <param name="kept">Results that queries can name as well.</param>
public sealed class RemotePlaces(KeptTables kept)
{
    private readonly SignIn _signIn = new();

    /// <summary>
    /// Connects to a Log Analytics workspace and reads its tables; with diagnostics where the sign-in or the service
    /// refuses.
    /// </summary>
    /// <param name="workspace">Its ID, or the path of a resource, from <c>/subscriptions</c> on.</param>
    /// <param name="endpoint">Where Log Analytics answers; null for the public cloud.</param>
    /// <param name="way">How to sign in, of <see cref="SignInWays"/>; null for the usual way.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Outcome<IQueryConnection>> WorkspaceAsync(
        string workspace, string? endpoint, string? way, CancellationToken cancellation)
    {
        if (!IsWorkspace(workspace))
            return NoWorkspace(workspace);
        var chosen = Way(endpoint ?? WorkspaceEndpoint.Public, way);
        var address = ServiceAddress.Parse(
            endpoint ?? WorkspaceEndpoint.Public, chosen != SignInWays.None, WorkspaceEndpoint.IsKnown);
        return address.Succeeded
            ? await new WorkspaceConnection(address.Value, workspace.TrimEnd('/'), _signIn.Credential(chosen), chosen, kept)
                .OpenAsync(cancellation)
            : new(address.Diagnostics);
    }

    /// <summary>Connects to a database of a Kusto cluster and reads its tables; with diagnostics as above.</summary>
    /// <param name="cluster">The cluster's address.</param>
    /// <param name="database">The database's name.</param>
    /// <param name="way">How to sign in, of <see cref="SignInWays"/>; null for the usual way.</param>
    /// <param name="clock">What <c>now()</c> counts from; the cluster's own clock for the system's.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Outcome<IQueryConnection>> ClusterAsync(
        string cluster, string database, string? way, TimeProvider clock, CancellationToken cancellation)
    {
        var chosen = Way(cluster, way);
        var address = ServiceAddress.Parse(cluster, chosen != SignInWays.None, ClusterHosts.Contain);
        return address.Succeeded
            ? await new ClusterConnection(address.Value, database, _signIn.Credential(chosen), chosen, kept, clock)
                .OpenAsync(cancellation)
            : new(address.Diagnostics);
    }

    // A service on this machine needs no sign-in.
    private static string Way(string address, string? way) =>
        way ?? (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback
            ? SignInWays.None
            : SignInWays.Default);

    private static bool IsWorkspace(string workspace) =>
        workspace.StartsWith("/subscriptions/", StringComparison.OrdinalIgnoreCase)
            ? workspace.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_' or '.' or '(' or ')')
            : Guid.TryParse(workspace, out _);

    private static Diagnostic NoWorkspace(string workspace) => new(
        "FK0438", $"'{workspace}' is no workspace ID.", default,
        "It is the 'Workspace ID' on the workspace's page in the Azure portal, such as "
        + "11111111-2222-3333-4444-555555555555; a resource's path from /subscriptions on works too.");
}
