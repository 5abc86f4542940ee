using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;

namespace FlowKernel.Azure.Http;

/// <summary>
/// Sends requests to a service through Azure.Core's pipeline: it signs them, and repeats those that the service was too
/// busy for, after the time that the service names. No content is logged.
/// </summary>
internal sealed class ServicePipeline
{
    /// <summary>How long a service may take for a query: the most that Log Analytics allows.</summary>
    public static readonly TimeSpan MostTime = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Patience = MostTime + TimeSpan.FromMinutes(1);

    // One for all: connections to a host are shared. A redirect would take the token elsewhere.
    private static readonly HttpClient Client = new(new SocketsHttpHandler
    {
        AutomaticDecompression = DecompressionMethods.All,
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private readonly HttpPipeline _pipeline;

    /// <summary>A pipeline.</summary>
    /// <param name="credential">Who asks; null where the service needs no sign-in.</param>
    /// <param name="scope">What the token is for.</param>
    public ServicePipeline(TokenCredential? credential, string scope)
    {
        var options = new Options { Transport = new HttpClientTransport(Client) };
        options.Diagnostics.ApplicationId = "flowkernel";
        options.Diagnostics.IsLoggingContentEnabled = false;
        options.Retry.NetworkTimeout = Patience;
        _pipeline = credential is null
            ? HttpPipelineBuilder.Build(options)
            : HttpPipelineBuilder.Build(options, new BearerTokenAuthenticationPolicy(credential, scope));
    }

    /// <summary>
    /// Sends a request; the answer's content comes as it arrives. Throws <see cref="IOException"/> where there is no
    /// answer, and what the credential throws.
    /// </summary>
    public async Task<ServiceResponse> SendAsync(ServiceRequest request, CancellationToken cancellation)
    {
        var message = _pipeline.CreateMessage();
        message.BufferResponse = false;
        request.WriteTo(message.Request);
        try
        {
            await _pipeline.SendAsync(message, cancellation);
        }
        catch (Exception e) when (NoAnswer(e) is { } reason && !cancellation.IsCancellationRequested)
        {
            message.Dispose();
            throw new IOException($"There is no answer from {request.Address.Host}: {reason}", e);
        }

        return new ServiceResponse(message);
    }

    // Azure.Core tells of all tries in one exception; the first says why.
    private static string? NoAnswer(Exception failure) => failure switch
    {
        AggregateException { InnerExceptions: [var first, ..] } => NoAnswer(first),
        global::Azure.RequestFailedException { Status: 0 } => failure.InnerException?.Message ?? failure.Message,
        HttpRequestException or IOException => failure.Message,
        TaskCanceledException => "it took too long.",
        _ => null,
    };

    private sealed class Options : ClientOptions;
}
