using System.Collections.Concurrent;
using FlowKernel.Notebook.Progress;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session;

namespace FlowKernel.Azure.Tests.Standing;

/// <summary>Checked queries, as a session hands them to its connections.</summary>
internal static class Queries
{
    public static DateTime Now { get; } = new(2024, 5, 1, 12, 0, 0, DateTimeKind.Utc);

    public static CheckedQuery Of(
        string kql, TimeSpan? last = null, params (string Name, KqlType Type, object? Value)[] parameters) =>
        new(kql, new QueryScope(DatabaseSchema.Empty, Now)
        {
            Last = last,
            Parameters = parameters.ToDictionary(p => p.Name, p => new QueryParameter(p.Type, p.Value)),
        }, [], null)
        {
            UsedParameters = [.. parameters.Select(p => p.Name)],
        };
}

/// <summary>Keeps what is told of a query's progress.</summary>
internal sealed class Steps : IProgress<ProgressStep>
{
    public ConcurrentQueue<ProgressStep> Told { get; } = new();

    public void Report(ProgressStep value) => Told.Enqueue(value);
}
