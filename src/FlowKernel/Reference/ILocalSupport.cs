namespace FlowKernel.Reference;

/// <summary>Knows what the embedded engine makes of KQL.</summary>
public interface ILocalSupport
{
    /// <summary>What it makes of a topic, found by planning the topic's example; nothing is run.</summary>
    Task<LocalSupport> OfAsync(KqlTopic topic, CancellationToken cancellation);
}

/// <summary>What the embedded engine makes of a topic.</summary>
/// <param name="Runs">True where it runs, as on Kusto but for what the note says.</param>
/// <param name="Note">A sentence on what differs, or on why it is refused; null where there is nothing to say.</param>
public sealed record LocalSupport(bool Runs, string? Note)
{
    /// <summary>The state in a sentence or two.</summary>
    public string Sentence => (Runs, Note) switch
    {
        (true, null) => "On local data: runs as on Kusto.",
        (true, _) => $"On local data: runs. {Note}",
        _ => $"On local data: refused. {Note}",
    };
}
