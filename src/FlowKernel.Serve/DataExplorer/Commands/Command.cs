using FlowKernel.Diagnostics;
using FlowKernel.Results;

namespace FlowKernel.Serve.DataExplorer.Commands;

/// <summary>A management command.</summary>
/// <param name="Pattern">Its words; <c>NAME</c> stands for any name, <c>NAMES</c> for a list in brackets.</param>
/// <param name="Run">What it answers for the names that stand in it.</param>
internal sealed record Command(string Pattern, Func<IReadOnlyList<string>, Outcome<KqlTable>> Run)
{
    private readonly string[] _pattern = Pattern.Split(' ');

    /// <summary>The names in words that are this command; null where they are not.</summary>
    public IReadOnlyList<string>? Match(IReadOnlyList<string> words)
    {
        var names = new List<string>();
        var at = 0;
        foreach (var expected in _pattern)
        {
            if (at >= words.Count || !Take(expected, words, ref at, names))
                return null;
        }

        return at == words.Count ? names : null;
    }

    private static bool Take(string expected, IReadOnlyList<string> words, ref int at, List<string> names)
    {
        switch (expected)
        {
            case "NAME":
                names.Add(words[at++]);
                return true;
            case "NAMES":
                return TakeList(words, ref at, names);
            default:
                return string.Equals(words[at++], expected, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static bool TakeList(IReadOnlyList<string> words, ref int at, List<string> names)
    {
        if (words[at++] != "(")
            return false;
        while (at < words.Count && words[at] != ")")
            names.Add(words[at++]);
        return at++ < words.Count;
    }
}
