using System.Collections.Concurrent;
using System.Net;
using NuGet.Configuration;

namespace FlowKernel.Packages.Resolving;

/// <summary>
/// The package sources that did not answer during one restore. They are asked no further: a machine without a network
/// would otherwise wait for each package anew.
/// </summary>
internal sealed class SourceFailures
{
    private readonly ConcurrentDictionary<string, string> _reasons = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RefusedSource> _refused = new(StringComparer.Ordinal);

    /// <summary>The sources that let nobody in with what they were shown, in alphabetical order.</summary>
    public IReadOnlyList<RefusedSource> Refused => [.. _refused.Values.OrderBy(r => r.Source.Source, StringComparer.Ordinal)];

    /// <summary>True when every source answered.</summary>
    public bool IsEmpty => _reasons.IsEmpty;

    /// <summary>Each source that did not answer, with what it said, in alphabetical order.</summary>
    public IReadOnlyList<string> Descriptions =>
        [.. _reasons.Select(r => $"{r.Key} ({r.Value})").Order(StringComparer.Ordinal)];

    /// <summary>True when a source has failed before.</summary>
    public bool Contains(PackageSource source) => _reasons.ContainsKey(source.Source);

    /// <summary>Remembers that a source failed. The innermost message says most.</summary>
    public void Add(PackageSource source, Exception reason)
    {
        while (reason.InnerException is { } inner)
            reason = inner;
        if (reason is HttpRequestException { StatusCode: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden } refusal)
            _refused.TryAdd(source.Source, new RefusedSource(source, refusal.StatusCode.Value));
        _reasons.TryAdd(source.Source, reason.Message.TrimEnd('.'));
    }
}
