using System.Collections.Frozen;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Tags;

namespace FlowKernel.CSharp.Completion;

/// <summary>What a proposal is: the word for it, and whether it comes before others when nothing else tells.</summary>
/// <param name="Word">The word, such as <c>method</c>.</param>
/// <param name="Rank">Lower comes first.</param>
internal sealed record CompletionKind(string Word, int Rank)
{
    private static readonly (string Tag, string Word)[] InOrder =
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

    private static readonly CompletionKind Other = new("text", InOrder.Length);

    // What has the same word ranks the same: a method that is also an extension has the tag of either.
    private static readonly FrozenDictionary<string, CompletionKind> ByTag = InOrder.ToFrozenDictionary(
        fact => fact.Tag,
        fact => new CompletionKind(fact.Word, Array.FindIndex(InOrder, other => other.Word == fact.Word)),
        StringComparer.Ordinal);

    /// <summary>The kind of a member.</summary>
    public static CompletionKind Of(ISymbol member) => Of([member.Kind.ToString()]);

    /// <summary>The kind that the first known of some tags tells.</summary>
    public static CompletionKind Of(IEnumerable<string> tags) =>
        tags.Select(tag => ByTag.GetValueOrDefault(tag)).FirstOrDefault(kind => kind is not null) ?? Other;
}
