using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace FlowKernel.Serve.LogAnalytics;

/// <summary>
/// What a client prefers, by the Prefer header (https://learn.microsoft.com/azure/azure-monitor/logs/api/prefer-options).
/// </summary>
/// <param name="IncludesRender">True for what the query's render asks for.</param>
/// <param name="IncludesStatistics">True for what the query cost.</param>
/// <param name="Wait">How long the query may run.</param>
internal sealed record Preferences(bool IncludesRender, bool IncludesStatistics, TimeSpan Wait)
{
    private const int UsualSeconds = 180;
    private const int MostSeconds = 600;

    /// <summary>Reads the header; what is not known in it means nothing, as in RFC 7240.</summary>
    public static Preferences Of(HttpRequest request)
    {
        var words = request.Headers["Prefer"]
            .SelectMany(header => header!.Split(
                [',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new Preferences(
            words.Contains("include-render=true"), words.Contains("include-statistics=true"), WaitIn(words));
    }

    private static TimeSpan WaitIn(IEnumerable<string> words)
    {
        const string Wait = "wait=";
        var text = words.FirstOrDefault(w => w.StartsWith(Wait, StringComparison.OrdinalIgnoreCase))?[Wait.Length..];
        var seconds = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked > 0
            ? Math.Min(asked, MostSeconds)
            : UsualSeconds;
        return TimeSpan.FromSeconds(seconds);
    }
}
