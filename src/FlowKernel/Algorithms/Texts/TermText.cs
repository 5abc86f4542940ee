namespace FlowKernel.Algorithms.Texts;

/// <summary>A text as words and what stands between them.</summary>
/// <param name="Words">The words, in order.</param>
/// <param name="Gaps">What stands before each word, and behind the last.</param>
internal sealed record TermText(IReadOnlyList<string> Words, IReadOnlyList<string> Gaps)
{
    /// <summary>The words of a text, apart from each other by the characters that a function knows.</summary>
    public static TermText Of(string text, Func<char, bool> separates)
    {
        var words = new List<string>();
        var gaps = new List<string>();
        var at = 0;
        while (true)
        {
            var start = at;
            while (at < text.Length && separates(text[at]))
                at++;
            gaps.Add(text[start..at]);
            if (at == text.Length)
                return new TermText(words, gaps);
            start = at;
            while (at < text.Length && !separates(text[at]))
                at++;
            words.Add(text[start..at]);
        }
    }
}
