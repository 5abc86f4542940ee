using System.Globalization;
using System.Net;
using FlowKernel.Diagnostics;
using FlowKernel.Plan;

namespace FlowKernel.DuckDb.External;

/// <summary>
/// Fetches files over http and https into temporary files, with no credentials but those of the address. Redirects are
/// followed inside the places that were allowed only.
/// </summary>
internal static class WebContent
{
    private const int MostRedirects = 5;
    private const int Buffer = 1 << 16;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    // One for all: each client has its own connections. Synchronous, since a cell may have taken the whole pool.
    private static readonly HttpClient Client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(30),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>The file's bytes; a diagnostic as exception where there are none.</summary>
    public static FileStream Fetch(ExternalFile file, Uri address, DataPlaces places, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Longest);
        try
        {
            return Fetch(file, address, places, MostRedirects, limit.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException || limit.IsCancellationRequested)
        {
            cancellation.ThrowIfCancellationRequested();
            throw Cannot(file, "it took longer than 10 minutes.");
        }
        catch (HttpRequestException e)
        {
            throw Cannot(file, Reason(e, address.Host));
        }
    }

    private static FileStream Fetch(
        ExternalFile file, Uri address, DataPlaces places, int redirects, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var response = Client.Send(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (Next(response, address) is { } next)
        {
            if (!places.Allows(next))
                throw new DiagnosticException(ExternalDiagnostics.Redirected(file, next.GetLeftPart(UriPartial.Authority)));
            return redirects > 0
                ? Fetch(file, next, places, redirects - 1, cancellation)
                : throw Cannot(file, "it leads on again and again.");
        }

        if (!response.IsSuccessStatusCode)
            throw Cannot(file, Status(response.StatusCode));
        return Save(file, response, cancellation);
    }

    private static Uri? Next(HttpResponseMessage response, Uri address) =>
        (int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } location
            ? new Uri(address, location)
            : null;

    private static FileStream Save(ExternalFile file, HttpResponseMessage response, CancellationToken cancellation)
    {
        var saved = FileContent.Temporary();
        try
        {
            // A synchronous read does not look at the token.
            using var stop = cancellation.UnsafeRegister(r => ((HttpResponseMessage)r!).Dispose(), response);
            using var body = response.Content.ReadAsStream(cancellation);
            var buffer = new byte[Buffer];
            for (int read; (read = body.Read(buffer)) > 0;)
            {
                cancellation.ThrowIfCancellationRequested();
                if (saved.Length + read > TextColumns.MostBytes)
                    throw new DiagnosticException(ExternalDiagnostics.TooLarge(file, TextColumns.BytesText));
                saved.Write(buffer, 0, read);
            }

            saved.Position = 0;
            return saved;
        }
        catch
        {
            saved.Dispose();
            cancellation.ThrowIfCancellationRequested();
            throw;
        }
    }

    private static string Reason(HttpRequestException e, string host) => e.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => $"the host '{host}' is not known.",
        HttpRequestError.ConnectionError => $"the host '{host}' does not answer.",
        HttpRequestError.SecureConnectionError => $"the connection to '{host}' is not trusted.",
        _ => "the connection broke.",
    };

    private static string Status(HttpStatusCode status) => string.Create(
        CultureInfo.InvariantCulture, $"the server answers {(int)status} ({status}).");

    private static DiagnosticException Cannot(ExternalFile file, string why) =>
        new(ExternalDiagnostics.CannotOpen(file, why));
}
