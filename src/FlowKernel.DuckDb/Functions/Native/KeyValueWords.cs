namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>
/// <c>parse-kv</c> without delimiters: whatever is no letter or digit may be one. A text is then a row of words, some
/// of them quoted, and a key's value is the word after it.
/// </summary>
internal static class KeyValueWords
{
    /// <summary>The word after the first one that is a key, or "".</summary>
    public static string Find(string text, string key, KeyValueOptions options)
    {
        var isFound = false;
        foreach (var word in Words(text, options))
        {
            if (isFound)
                return word;
            isFound = word == key;
        }

        return "";
    }

    private static IEnumerable<string> Words(string text, KeyValueOptions options)
    {
        for (var at = 0; at < text.Length;)
        {
            if (options.QuoteAt(text, at) is var (_, close))
            {
                (var quoted, at) = options.Quoted(text, at + 1, close);
                yield return quoted.Trim();
                continue;
            }

            var end = at;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
                end++;
            if (end > at)
                yield return text[at..end];
            at = end > at ? end : at + 1;
        }
    }
}
