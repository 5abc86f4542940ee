using System.Net;
using System.Net.Sockets;
using FlowKernel.Diagnostics;
using FlowKernel.Serve.DataExplorer;
using FlowKernel.Serve.Http;
using FlowKernel.Serve.LogAnalytics;
using FlowKernel.Serve.Requests;
using FlowKernel.Session;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FlowKernel.Serve;

/// <summary>
/// A session's current connection behind the query endpoints of Azure Data Explorer and of Log Analytics, for programs on
/// this machine: on the loopback addresses, without sign-in, and nothing is ever written.
/// </summary>
public sealed class FlowServer : IAsyncDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);
    private readonly WebApplication _application;
    private readonly RunningRequests _running;

    private FlowServer(WebApplication application, RunningRequests running, int port)
    {
        _application = application;
        _running = running;
        Address = new Uri($"http://localhost:{port}");
    }

    /// <summary>Where it answers, such as <c>http://localhost:8081/</c>.</summary>
    public Uri Address { get; }

    /// <summary>How many queries run.</summary>
    internal int RunningQueries => _running.Count;

    /// <summary>Begins to answer; a diagnostic where it cannot listen on the port.</summary>
    public static async Task<Outcome<FlowServer>> StartAsync(
        FlowSession session, ServeOptions options, CancellationToken cancellation)
    {
        var port = options.Port == 0 ? FreePort() : options.Port;
        var running = new RunningRequests();
        var application = Build(options, port);
        Map(application, options, new ServedStore(session, options, running));
        try
        {
            await application.StartAsync(cancellation);
            return new FlowServer(application, running, port);
        }
        catch (Exception refused) when (refused is IOException or SocketException)
        {
            await application.DisposeAsync();
            return ServeDiagnostics.NoPort(port, refused);
        }
    }

    private static void Map(WebApplication application, ServeOptions options, ServedStore store)
    {
        application.UseMiddlewareOf(new FailureAnswers(options.Log));
        application.UseMiddlewareOf(new LocalRequestsOnly());
        application.UseResponseCompression();
        application.UseRequestDecompression();
        new DataExplorerEndpoints(store).MapTo(application);
        new LogAnalyticsEndpoints(store).MapTo(application);
        application.MapFallback("{*path}", NoEndpoint.AnswerAsync);
    }

    /// <summary>Cancels the queries that run, and answers no more.</summary>
    public async ValueTask DisposeAsync()
    {
        _running.CancelAll();
        using var patience = new CancellationTokenSource(Farewell);
        await _application.StopAsync(patience.Token);
        await _application.DisposeAsync();
    }

    // The empty builder reads neither environment variables nor an appsettings.json of the current folder: either could
    // make it listen elsewhere.
    private static WebApplication Build(ServeOptions options, int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MostRequestBytes;
            kestrel.ListenLocalhost(port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddRequestDecompression();
        builder.Services.AddResponseCompression(compression =>
            compression.MimeTypes = ResponseCompressionDefaults.MimeTypes);
        builder.Services.AddSingleton<IHostLifetime, OwnLifetime>();
        return builder.Build();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Leaves Ctrl-C to whoever started the server.</summary>
    private sealed class OwnLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
