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

    private static readonly FrozenDictionary<string, (string Name, int Rank)> Facts = InOrder
        .Select((fact, rank) => (fact.Tag, fact.Name, rank))
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
