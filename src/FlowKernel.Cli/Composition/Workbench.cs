using FlowKernel.Charts;
using FlowKernel.Cli.Output;
using FlowKernel.Diagnostics;
using FlowKernel.DuckDb;
using FlowKernel.Kql;
using FlowKernel.Reports;
using FlowKernel.Session;

namespace FlowKernel.Cli.Composition;

/// <summary>The parts that every command which runs queries needs, put together.</summary>
internal sealed class Workbench : IAsyncDisposable
{
    private readonly KqlLanguage _language = new();

    public Workbench()
    {
        Session = new FlowSession(_language, new KeptTables());
        Places = new Places(_language, Session.Kept);
    }

    public FlowSession Session { get; }

    public Places Places { get; }

    public ChartRenderer Charts { get; } = new();

    public ReportWriter Reports { get; } = new(() => PlotlyScript.Text)
    {
        Engines = [DuckDbVersion.Text],
    };

    /// <summary>Opens what the user chose and makes it the current connection.</summary>
    public async Task<Outcome<IQueryConnection>> ConnectAsync(ConnectionChoice choice, CancellationToken cancellation)
    {
        var connection = await Places.OpenAsync(choice, Terminal.Work, cancellation);
        if (connection.Succeeded)
            await Session.ConnectAsync(connection.Value);
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        Charts.Dispose();
        _language.Dispose();
    }
}
