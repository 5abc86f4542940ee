using System.Collections.Frozen;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Tags;

namespace FlowKernel.CSharp.Completion;

/// <summary>The kinds of proposals: the word for each, and which come first when nothing else tells.</summary>
internal static class CompletionKinds
{
    private const string Other = "text";

    private static readonly (string Tag, string Name)[] InOrder =
    [
        (WellKnownTags.Parameter, "variable"), (WellKnownTags.Local, "variable"),
        (WellKnownTags.RangeVariable, "variable"),
        (WellKnownTags.Field, "field"), (WellKnownTags.Property, "property"), (WellKnownTags.EnumMember, "value"),
        (WellKnownTags.Constant, "constant"), (WellKnownTags.Method, "method"),
        (WellKnownTags.ExtensionMethod, "method"), (WellKnownTags.Event, "event"), (WellKnownTags.Keyword, "keyword"),
        (WellKnownTags.Class, "class"), (WellKnownTags.Structure, "struct"), (WellKnownTags.Enum, "enum"),
        (WellKnownTags.Interface, "interface"), (WellKnownTags.Delegate, "delegate"),
        (WellKnownTags.TypeParameter, "type"), (WellKnownTags.Namespace, "namespace"),
    ];

    // What has the same word ranks the same: a method that is also an extension has the tag of either.
    private static readonly FrozenDictionary<string, (string Name, int Rank)> Facts = InOrder
        .Select(fact => (fact.Tag, fact.Name, rank: Array.FindIndex(InOrder, other => other.Name == fact.Name)))
        .ToFrozenDictionary(f => f.Tag, f => (f.Name, f.rank), StringComparer.Ordinal);

    /// <summary>The word for a proposal's kind.</summary>
    public static string NameOf(CompletionItem item) => FactOf(item).Name;

    /// <summary>Lower comes first.</summary>
    public static int RankOf(CompletionItem item) => FactOf(item).Rank;

    private static (string Name, int Rank) FactOf(CompletionItem item)
    {
        foreach (var tag in item.Tags)
        {
            if (Facts.TryGetValue(tag, out var fact))
                return fact;
        }

        return (Other, InOrder.Length);
    }
}
