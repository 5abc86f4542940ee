using System.Globalization;
using System.Text;

namespace FlowKernel.Algorithms.Texts;

/// <summary>
/// Groups texts by the frequent words that they have in the same places, as R. Vaarandi's SLCT does
/// (https://ristov.github.io/publications/slct-ipom03-web.pdf): a word at a place is frequent, and a group counts, when
/// more than the threshold's part of all texts is so, and more than one text. Words of digits only are never frequent.
/// </summary>
/// <param name="threshold">From 0 to 1.</param>
/// <param name="characters">What stands between words; null for all that is neither letter nor digit.</param>
internal sealed class TextGroups(double threshold, string? characters)
{
    private const string Others = "others";

    /// <summary>For each text the index of its group, and the groups.</summary>
    public (int[] GroupOf, IReadOnlyList<TextGroup> Groups) Find(
        IReadOnlyList<(string Text, long Count)> texts, CancellationToken cancellation)
    {
        var parts = texts.Select(t => TermText.Of(t.Text, Separates)).ToList();
        var least = Math.Max(1, threshold * texts.Sum(t => (double)t.Count));
        var frequent = FrequentWords(texts, parts, least, cancellation);
        var candidates = texts.Index()
            .GroupBy(t => Key(parts[t.Index], frequent), t => t.Index)
            .Where(g => g.Key.Length > 0 && g.Sum(i => texts[i].Count) > least).Select(g => g.ToList()).ToList();
        var groupOf = Enumerable.Repeat(candidates.Count, texts.Count).ToArray();
        foreach (var (index, members) in candidates.Index())
            members.ForEach(i => groupOf[i] = index);
        var groups = candidates.Select(members => Group(members, texts, parts, frequent)).ToList();
        var left = texts.Index().Where(t => groupOf[t.Index] == candidates.Count).Sum(t => t.Item.Count);
        groups.Add(new TextGroup(Others, left, ""));
        return (groupOf, groups);
    }

    private bool Separates(char c) =>
        characters?.Contains(c, StringComparison.Ordinal) ?? !char.IsLetterOrDigit(c);

    private static HashSet<(int Place, string Word)> FrequentWords(
        IReadOnlyList<(string Text, long Count)> texts, List<TermText> parts, double least, CancellationToken cancellation)
    {
        var counts = new Dictionary<(int, string), long>();
        for (var i = 0; i < texts.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var word in parts[i].Words.Index())
                counts[word] = counts.GetValueOrDefault(word) + texts[i].Count;
        }

        return [.. counts.Where(c => c.Value > least && !c.Key.Item2.All(char.IsDigit)).Select(c => c.Key)];
    }

    private static string Key(TermText text, HashSet<(int Place, string Word)> frequent)
    {
        var key = new StringBuilder();
        foreach (var (place, word) in text.Words.Index().Where(frequent.Contains))
            key.Append(CultureInfo.InvariantCulture, $"{place} {word.Length} {word}");
        return key.ToString();
    }

    /// <summary>A group: its pattern is read off a text that has something behind the last frequent word, if one has.</summary>
    private static TextGroup Group(
        List<int> members, IReadOnlyList<(string Text, long Count)> texts, List<TermText> parts,
        HashSet<(int Place, string Word)> frequent)
    {
        var ordered = members.OrderByDescending(i => texts[i].Count).ThenBy(i => texts[i].Text, StringComparer.Ordinal).ToList();
        var shape = ordered.Where(i => !frequent.Contains((parts[i].Words.Count - 1, parts[i].Words[^1])))
            .FirstOrDefault(ordered[0]);
        return new TextGroup(
            Pattern(parts[shape], frequent), members.Sum(i => texts[i].Count), texts[ordered[0]].Text);
    }

    /// <summary>The words that are frequent, and an asterisk for what is between them, before and behind.</summary>
    private static string Pattern(TermText text, HashSet<(int Place, string Word)> frequent)
    {
        var pattern = new StringBuilder();
        var wasFrequent = true;
        foreach (var (place, word) in text.Words.Index())
        {
            var isFrequent = frequent.Contains((place, word));
            if (isFrequent)
                pattern.Append(wasFrequent ? text.Gaps[place] : Beside(text.Gaps[place])).Append(word);
            else if (wasFrequent)
                pattern.Append(place == 0 ? "" : Beside(text.Gaps[place])).Append('*');
            wasFrequent = isFrequent;
        }

        return (wasFrequent ? pattern.Append(text.Gaps[^1]) : pattern).ToString();
    }

    /// <summary>What separates a word from an asterisk: letters and digits belong to what the asterisk stands for.</summary>
    private static string Beside(string gap) => gap.Any(char.IsLetterOrDigit) ? "" : gap;
}

/// <summary>Texts that are alike.</summary>
internal sealed record TextGroup(string Pattern, long Count, string Representative);
