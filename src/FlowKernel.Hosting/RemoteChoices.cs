using FlowKernel.Azure;
using FlowKernel.Azure.Access;
using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Store;
using FlowKernel.Hosting.Work;
using FlowKernel.Session;

namespace FlowKernel.Hosting;

/// <summary>Opens the places in Azure that a user chose, while the user sees that it takes its time.</summary>
internal sealed class RemoteChoices(RemotePlaces places)
{
    /// <summary>True for a place in Azure.</summary>
    public static bool Has(ConnectionChoice choice) =>
        choice is ConnectionChoice.Workspace or ConnectionChoice.Cluster;

    /// <summary>Opens it; what the user has to do for the sign-in is told on <paramref name="work"/>.</summary>
    public async Task<Outcome<IQueryConnection>> OpenAsync(
        ConnectionChoice choice, IWorkDisplay work, CancellationToken cancellation)
    {
        if (choice is { Now: not null } and ConnectionChoice.Workspace)
            return OwnClock;
        SignIn.TellTo(work.Tell);
        return await work.WhileAsync("Connecting", _ => choice switch
        {
            ConnectionChoice.Workspace workspace => places.WorkspaceAsync(
                workspace.Id, workspace.Endpoint, choice.Auth, cancellation),
            ConnectionChoice.Cluster cluster => places.ClusterAsync(
                cluster.Address, cluster.Database, choice.Auth, ClockOf(choice), cancellation),
            _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, "This is no place in Azure."),
        });
    }

    private static TimeProvider ClockOf(ConnectionChoice choice) =>
        choice.Now is { } now ? new PinnedClock(now) : TimeProvider.System;

    private static readonly Diagnostic OwnClock = new(
        "FK0439", "A workspace counts from its own clock: its now cannot be set.", default,
        "Leave out --now, or write the times into the query.");
}
