using FlowKernel.DuckDb;
using FlowKernel.DuckDb.Store;
using FlowKernel.Kql;
using FlowKernel.Results;
using FlowKernel.Session;

namespace FlowKernel.Benchmarks.Engine;

/// <summary>The embedded engine on a store, as a kernel's session uses it, with what a kernel does in the background done.</summary>
internal sealed class FlowEngine : IAsyncDisposable
{
    private readonly KqlLanguage _language = new();
    private readonly FlowSession _session;

    private FlowEngine() => _session = new FlowSession(_language, new KeptTables());

    public static async Task<FlowEngine> OpenAsync(string folder, EngineOptions options)
    {
        var engine = new FlowEngine();
        var store = FlowStore.Open(folder).OrThrow();
        var connection = new EmbeddedConnection(
            "store", engine._language, store, engine._session.Kept, store.Clock(TimeProvider.System), options);
        await engine._session.ConnectAsync(connection);
        await engine._language.PractiseAsync(CancellationToken.None);
        await connection.WarmUpAsync(CancellationToken.None);
        return engine;
    }

    public async Task<QueryResult> RunAsync(EngineCase engineCase, CancellationToken cancellation = default) =>
        (await _session.QueryAsync(engineCase.Request, cancellation)).OrThrow();

    public async ValueTask DisposeAsync()
    {
        await _session.DisposeAsync();
        _language.Dispose();
    }
}
