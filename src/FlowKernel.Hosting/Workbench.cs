using FlowKernel.Charts;
using FlowKernel.Diagnostics;
using FlowKernel.DuckDb;
using FlowKernel.DuckDb.External;
using FlowKernel.Hosting.Work;
using FlowKernel.Kql;
using FlowKernel.Reports;
using FlowKernel.Session;

namespace FlowKernel.Hosting;

/// <summary>The parts that everything which runs queries needs, put together.</summary>
public sealed class Workbench : IAsyncDisposable
{
    private readonly KqlLanguage _language = new(CacheFolder.Path);

    /// <summary>Parts with no connection yet.</summary>
    /// <param name="allowed">
    /// The places that queries may read with <c>externaldata</c>; null for those that the environment allows.
    /// </param>
    public Workbench(DataPlaces? allowed = null)
    {
        Session = new FlowSession(_language, new KeptTables());
        Places = new Places(_language, Session.Kept, allowed ?? OfEnvironment());
        Support = new EmbeddedSupport(_language);
    }

    /// <summary>Completes when the KQL language is loaded, which begins with the workbench itself.</summary>
    public Task LanguageReady => _language.Ready;

    /// <summary>Connections and queries.</summary>
    public FlowSession Session { get; }

    /// <summary>Opens what queries run on.</summary>
    public Places Places { get; }

    /// <summary>What the embedded engine makes of KQL.</summary>
    public EmbeddedSupport Support { get; }

    /// <summary>Draws charts.</summary>
    public ChartRenderer Charts { get; } = new();

    /// <summary>Writes notebooks as reports.</summary>
    public ReportWriter Reports { get; } = new(() => PlotlyScript.Text)
    {
        Engines = [DuckDbVersion.Text],
    };

    /// <summary>The places that the environment allows (<see cref="DataPlaces.Variable"/>).</summary>
    public static DataPlaces OfEnvironment() =>
        DataPlaces.OfVariable(Environment.GetEnvironmentVariable(DataPlaces.Variable));

    /// <summary>Opens what the user chose and makes it the current connection.</summary>
    public async Task<Outcome<IQueryConnection>> ConnectAsync(
        ConnectionChoice choice, IWorkDisplay work, CancellationToken cancellation)
    {
        var connection = await Places.OpenAsync(choice, work, cancellation);
        if (connection.Succeeded)
            await Session.ConnectAsync(connection.Value);
        return connection;
    }

    /// <summary>
    /// The same, and opens its engine in the background at once: where a query follows, it is checked meanwhile.
    /// </summary>
    public async Task<Outcome<IQueryConnection>> ConnectAtOnceAsync(
        ConnectionChoice choice, IWorkDisplay work, CancellationToken cancellation)
    {
        var connection = await ConnectAsync(choice, work, cancellation);
        if (connection.Succeeded && connection.Value is EmbeddedConnection embedded)
            _ = embedded.WarmUpAsync(cancellation);
        return connection;
    }

    /// <summary>Keeps the KQL language as it is compiled by now, so that it loads sooner in later processes.</summary>
    public Task KeepLanguageAsync(CancellationToken cancellation) => _language.KeepCompiledAsync(cancellation);

    /// <summary>Runs checks of KQL that nobody asked for, after which those of users take less time.</summary>
    public Task PractiseLanguageAsync(CancellationToken cancellation) => _language.PractiseAsync(cancellation);

    /// <summary>Closes all of them.</summary>
    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        Charts.Dispose();
        _language.Dispose();
    }
}
