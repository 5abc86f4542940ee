using FlowKernel.DuckDb.Store;
using FlowKernel.FlowLogs.Sample;
using FlowKernel.Hosting;
using FlowKernel.Hosting.Work;
using FlowKernel.Notebook;
using FlowKernel.Serve.Tests;

[assembly: AssemblyFixture(typeof(ServedSample))]

namespace FlowKernel.Serve.Tests;

/// <summary>A small sample store behind a real server, for all tests.</summary>
public sealed class ServedSample : IAsyncLifetime
{
    /// <summary>The database's name.</summary>
    public const string Database = "flows";

    /// <summary>A query that runs until it is stopped.</summary>
    public const string Endless = "range x from 1 to 100000000000 step 1 | summarize dcount(hash(x))";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flowkernel-serve-");
    private readonly Workbench _workbench = new();

    internal FlowServer Server { get; private set; } = null!;

    internal Workbench Workbench => _workbench;

    internal HttpClient Http { get; } = new();

    public async ValueTask InitializeAsync()
    {
        (await SampleStore.MakeAsync(
            _folder.FullName, new SampleOptions { Days = 2, Flows = 500 }, null, CancellationToken.None)).OrThrow();
        (await _workbench.ConnectAsync(
            new ConnectionChoice.Local(_folder.FullName), new CellWork(SilentOutput.Instance),
            CancellationToken.None)).OrThrow();
        Server = (await FlowServer.StartAsync(
            _workbench.Session, new ServeOptions(Database), CancellationToken.None)).OrThrow();
        Http.BaseAddress = Server.Address;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
        await _workbench.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
