using System.CommandLine.Completions;

namespace FlowKernel.Directives;

/// <summary>Lengths of time that people ask for.</summary>
internal static class Durations
{
    private static readonly string[] Texts = ["1h", "1d", "7d", "30d"];

    /// <summary>The lengths, shortest first.</summary>
    public static IEnumerable<CompletionItem> Usual(CompletionContext context) =>
        Texts.Select((text, place) => new CompletionItem(text, sortText: $"{place}"));
}
