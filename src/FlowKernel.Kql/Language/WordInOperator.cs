using FlowKernel.Reference;

namespace FlowKernel.Kql.Language;

/// <summary>
/// The topic of a word that is no name and no operator by itself: a kind of chart or join, a property, a type, a keyword.
/// Where it stands tells which.
/// </summary>
internal static class WordInOperator
{
    private static readonly (string[] Within, KqlTopicKind Kind)[] Places =
    [
        (["RenderOperator"], KqlTopicKind.Chart),
        (["TokenName", "NameDeclaration", "NamedParameter", "RenderWithClause"], KqlTopicKind.RenderProperty),
        (["TokenName", "NameDeclaration", "NamedParameter", "RenderOperator"], KqlTopicKind.RenderProperty),
        (["TokenName", "NameDeclaration", "NamedParameter"], KqlTopicKind.Keyword),
        (["TokenLiteralExpression", "NamedParameter", "JoinOperator"], KqlTopicKind.JoinKind),
        (["TokenLiteralExpression", "NamedParameter", "LookupOperator"], KqlTopicKind.JoinKind),
        (["PrimitiveTypeExpression"], KqlTopicKind.Type),
        (["DynamicExpression"], KqlTopicKind.Type),
    ];

    /// <summary>The topic, or null.</summary>
    public static KqlTopic? Find(string word, ExplanationReply reply)
    {
        if (word.Length == 0 || reply.Within.Count == 0)
            return null;
        foreach (var (within, kind) in Places)
        {
            if (reply.Within.Take(within.Length).SequenceEqual(within) && KqlReference.Find(word, kind) is { } topic)
                return topic;
        }

        return Literal(word, reply) ?? (IsKeyword(word, reply) ? Keyword(word, reply.Operator) : null);
    }

    // Such as datetime(2024-05-01), which is one word of the grammar.
    private static KqlTopic? Literal(string word, ExplanationReply reply) =>
        reply.Token.EndsWith("LiteralToken", StringComparison.Ordinal) && word.IndexOf('(') is var end and > 0
            ? KqlReference.Find(word[..end], KqlTopicKind.Type)
            : null;

    // Most keywords can be names too.
    private static bool IsKeyword(string word, ExplanationReply reply) => reply.Within[0] == "TokenName"
        ? word[0] == '$'
        : reply.Token is "DotDotToken" || reply.Token.EndsWith("Keyword", StringComparison.Ordinal);

    // What has no page of its own is explained with its operator.
    private static KqlTopic? Keyword(string word, string operation) =>
        KqlReference.Find(word, KqlTopicKind.Keyword)
        ?? KqlReference.Find(operation, KqlTopicKind.TabularOperator)
        ?? KqlReference.Find(operation, KqlTopicKind.Statement);
}
