using FlowKernel.Reference;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.Kql.Language;

/// <summary>The topic of the reference that a word of a query stands for.</summary>
internal static class HoveredTopic
{
    private static readonly KqlTopicKind[] Calls =
        [KqlTopicKind.Aggregate, KqlTopicKind.Function, KqlTopicKind.PlugIn, KqlTopicKind.Statement];

    private static readonly KqlTopicKind[] Keywords = [KqlTopicKind.TabularOperator, KqlTopicKind.Statement];

    /// <summary>
    /// The topic, told by what the language service says of the word: the signature of a call, the type of an operator
    /// between values, and nothing of other keywords. Null for names that the query or the schema gives.
    /// </summary>
    public static KqlTopic? Find(string word, IReadOnlyList<string> texts)
    {
        var topics = KqlReference.Find(word);
        KqlTopicKind[] kinds = texts switch
        {
            _ when topics.Count == 0 => [],
            [] => Keywords,
            [var text, ..] when text.StartsWith($"{word}(", StringComparison.OrdinalIgnoreCase) => Calls,
            [var text, ..] when IsOperator(text) && !text.StartsWith($"{word}:", StringComparison.Ordinal) =>
                [KqlTopicKind.ScalarOperator],
            _ => [],
        };
        return kinds.Select(kind => topics.FirstOrDefault(t => t.Kind == kind)).FirstOrDefault(t => t is not null);
    }

    // Such as "NotHas: bool"; mistakes are told in sentences.
    private static bool IsOperator(string text) =>
        text.IndexOf(':', StringComparison.Ordinal) is var end and > 0 && text[..end].All(char.IsLetter);

    /// <summary>The signatures, then what the reference says.</summary>
    public static QuickInfo Explain(KqlTopic topic, IReadOnlyList<string> texts, TextSpan span)
    {
        var isCall = topic.Kind is not (KqlTopicKind.ScalarOperator or KqlTopicKind.TabularOperator);
        IEnumerable<string> heads = isCall && texts.Count > 0 ? texts : [topic.Name];
        return new QuickInfo(
            string.Join("\n\n", heads.Select(EditorReplies.Code).Append(KqlTopicText.Markdown(topic))), span)
        {
            Plain = string.Join("\n\n", heads.Append(KqlTopicText.Plain(topic))),
        };
    }
}
