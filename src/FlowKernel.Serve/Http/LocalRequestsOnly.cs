using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;

namespace FlowKernel.Serve.Http;

/// <summary>
/// Refuses what web pages of other hosts send through a browser on this machine: a name of theirs that leads to the
/// loopback address shows in Host, their pages in Origin.
/// </summary>
internal sealed class LocalRequestsOnly : IRequestStep
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "localhost", "127.0.0.1", "[::1]",
    };

    /// <inheritdoc/>
    public Task PassAsync(HttpContext context, RequestDelegate next) => StrangeIn(context.Request, out var what)
        ? ErrorAnswer.WriteAsync(context, [ServeDiagnostics.NotLocal(what)])
        : next(context);

    private static bool StrangeIn(HttpRequest request, [NotNullWhen(true)] out string? what)
    {
        what = !Names.Contains(request.Host.Host)
            ? $"the request asks for '{request.Host}'"
            : request.Headers.Origin is [{ Length: > 0 } origin, ..] && !IsLocal(origin)
                ? $"the request comes from a page of '{origin}'"
                : null;
        return what is not null;
    }

    private static bool IsLocal(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page) && Names.Contains(page.Host);
}
