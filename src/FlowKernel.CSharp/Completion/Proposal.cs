using Microsoft.CodeAnalysis.Tags;
using RoslynItem = Microsoft.CodeAnalysis.Completion.CompletionItem;

namespace FlowKernel.CSharp.Completion;

/// <summary>Something that may be inserted, before it is known how likely it is.</summary>
/// <param name="Label">What is shown.</param>
/// <param name="Insert">What is inserted.</param>
/// <param name="Name">The name that it stands for, by which it is looked up and found.</param>
/// <param name="Kind">What it is.</param>
internal sealed record Proposal(string Label, string Insert, string Name, CompletionKind Kind)
{
    // Others, such as those of generic names, are not part of what is inserted.
    private static readonly string[] InsertedSuffixes = [":", " ="];

    /// <summary>Where it stands among others of its kind.</summary>
    public string SortText { get; init; } = Name;

    /// <summary>How much Roslyn prefers it; negative for what it would rather not show.</summary>
    public int Preference { get; init; }

    /// <summary>What is said of it where its symbols say nothing; may be null.</summary>
    public string? Remark { get; init; }

    /// <summary>True for a value of the enum that is expected.</summary>
    public bool IsExpectedValue { get; init; }

    /// <summary>True for a type of a namespace that the cell does not use.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>Another text by which it is found: the last part of a name with dots.</summary>
    public string LastName => Name[(Name.LastIndexOf('.') + 1)..];

    /// <summary>One of Roslyn's.</summary>
    public static Proposal Of(RoslynItem item) => new(
        item.DisplayTextPrefix + item.DisplayText + item.DisplayTextSuffix,
        InsertOf(item),
        item.FilterText,
        CompletionKind.Of(item.Tags))
    {
        SortText = item.SortText,
        Preference = item.Rules.MatchPriority,
        Remark = item.InlineDescription is { Length: > 0 } description ? description : null,
        // Only those of the type that is expected are written in full.
        IsExpectedValue = item.Tags.Contains(WellKnownTags.EnumMember)
            && item.DisplayText.Contains('.', StringComparison.Ordinal),
    };

    private static string InsertOf(RoslynItem item)
    {
        var text = item.Properties.GetValueOrDefault("InsertionText") ?? item.DisplayText;
        return InsertedSuffixes.Contains(item.DisplayTextSuffix) ? text + item.DisplayTextSuffix : text;
    }
}
