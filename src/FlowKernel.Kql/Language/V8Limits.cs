namespace FlowKernel.Kql.Language;

/// <summary>How much time and memory one call into the KQL language may take.</summary>
/// <param name="CallTime">Longest time of one call.</param>
/// <param name="HeapBytes">Largest heap of the script engine.</param>
/// <param name="TextLength">Longest query text, in UTF-16 units.</param>
internal sealed record V8Limits(TimeSpan CallTime, ulong HeapBytes, int TextLength)
{
    /// <summary>Generous for people, harmless for the process.</summary>
    public static V8Limits Default { get; } = new(TimeSpan.FromSeconds(10), 768UL << 20, 1 << 20);
}
