using System.Runtime.CompilerServices;
using FlowKernel.Azure;
using FlowKernel.Hosting.Importing;
using FlowKernel.Hosting.Work;
using FlowKernel.Diagnostics;
using FlowKernel.DuckDb;
using FlowKernel.DuckDb.External;
using FlowKernel.DuckDb.Store;
using FlowKernel.DuckDb.Tables;
using FlowKernel.Notebook;
using FlowKernel.Notebook.Directives;
using FlowKernel.Notebook.Kernel;
using FlowKernel.Session;

namespace FlowKernel.Hosting;

/// <summary>Opens the places where queries run.</summary>
public sealed class Places(IKqlLanguage language, KeptTables kept, DataPlaces allowed) : INotebookPlaces
{
    private readonly ConditionalWeakTable<IQueryConnection, FlowStore> _stores = [];

    // Most sessions never ask Azure: its libraries are loaded by the first that does.
    private readonly Lazy<RemoteChoices> _remote = new(() => new RemoteChoices(new RemotePlaces(kept)));

    /// <summary>What users set as the memory of queries; null for nothing.</summary>
    public string? EngineMemory { get; init; } = Environment.GetEnvironmentVariable(EngineMemorySetting.Variable);

    /// <summary>Opens a place; what takes long is shown on <paramref name="work"/>.</summary>
    public async Task<Outcome<IQueryConnection>> OpenAsync(
        ConnectionChoice choice, IWorkDisplay work, CancellationToken cancellation)
    {
        if (RemoteChoices.Has(choice))
            return await _remote.Value.OpenAsync(choice, work, cancellation);
        var data = DataPlaces.Parse(choice.AllowedData);
        if (!data.Succeeded)
            return new(data.Diagnostics);
        var memory = EngineMemorySetting.Parse(EngineMemory, MachineMemory.Available);
        if (!memory.Succeeded)
            return new(memory.Diagnostics);
        var options = new EngineOptions { Places = allowed.And(data.Value), MemoryLimit = memory.Value.Bytes };
        if (choice is ConnectionChoice.None)
            return new(Connection("none", NoTables.Instance, TimeProvider.System, choice, options));
        var store = choice is ConnectionChoice.Local local
            ? FlowStore.Open(local.Folder)
            : await SampleCache.OpenAsync(work, cancellation);
        if (!store.Succeeded)
            return new(store.Diagnostics);
        var connection = Connection(NameOf(choice), store.Value, store.Value.Clock(TimeProvider.System), choice, options);
        _stores.Add(connection, store.Value);
        return new(connection);
    }

    /// <inheritdoc/>
    public Task<Outcome<IQueryConnection>> OpenAsync(
        ConnectDirective directive, ICellOutput output, CancellationToken cancellation)
    {
        ConnectionChoice choice = directive.Kind switch
        {
            "local" => new ConnectionChoice.Local(Path.GetFullPath(directive.Arguments[0])),
            "workspace" => new ConnectionChoice.Workspace(directive.Arguments[0], directive.Endpoint),
            "kusto" => new ConnectionChoice.Cluster(directive.Arguments[0], directive.Arguments[1]),
            _ => new ConnectionChoice.Sample(),
        };
        return OpenAsync(
            choice with { AllowedData = directive.AllowedData, Auth = directive.Auth }, new CellWork(output), cancellation);
    }

    /// <inheritdoc/>
    public async Task<Outcome<MimeBundle>> ImportAsync(
        ImportDirective directive, IQueryConnection? current, ICellOutput output, CancellationToken cancellation)
    {
        if ((directive.Data ?? FolderOf(current)) is not { } folder)
            return NoFolder;
        var report = await new CellWork(output).WhileAsync("Importing", progress => FlowImporter.ImportAsync(
            directive.Paths, folder, new ImportOptions(), new ImportSteps(progress, "files", TimeProvider.System),
            cancellation));
        return report.Succeeded
            ? MimeBundle.Plain(ImportText.Of(report.Value, folder))
            : new Outcome<MimeBundle>(report.Diagnostics);
    }

    private EmbeddedConnection Connection(
        string name, ITableCatalog catalog, TimeProvider clock, ConnectionChoice choice, EngineOptions options) =>
        new(name, language, catalog, kept, choice.Now is { } now ? new PinnedClock(now) : clock, options);

    // The sample's store is everybody's; only a folder of the user's own is imported into.
    private string? FolderOf(IQueryConnection? connection) =>
        connection is not null && _stores.TryGetValue(connection, out var store) && store.Folder != SampleCache.Folder
            ? store.Folder
            : null;

    private static string NameOf(ConnectionChoice choice) =>
        choice is ConnectionChoice.Local local ? Path.GetFileName(local.Folder.TrimEnd('/', '\\')) : "sample";

    private static readonly Diagnostic NoFolder = new(
        "FK0506", "There is no local store to import into.", default, "Name a folder with --data DIR.");
}
