using System.Globalization;
using FlowKernel.Text;

namespace FlowKernel.Kql.Language;

/// <summary>Finds what a name was meant to be: by its letters, by other words for the same, by a part of it.</summary>
internal static class NameHabits
{
    private const int MostOffered = 3;
    private const int LeastLetters = 3;

    // Longer words first: each is replaced in what the ones before have left.
    private static readonly (string Other, string Ours)[] Words =
    [
        ("destination", "dest"), ("timestamp", "timegenerated"), ("eventtime", "timegenerated"), ("address", "ip"),
        ("protocol", "l4protocol"), ("source", "src"), ("target", "dest"), ("client", "src"), ("server", "dest"), ("remote", "dest"),
        ("addr", "ip"), ("dst", "dest"),
    ];

    /// <summary>A question that offers names, or null.</summary>
    public static string? Offer(string written, IReadOnlyCollection<string> names)
    {
        if (NearestName.Find(written, names) is { } near)
            return $"Did you mean '{near}'?";
        if (OfSameMeaning(written, names) is { } same)
            return $"Did you mean '{same}'?";
        if (written.Length < LeastLetters)
            return null;
        var longer = names.Where(n => n.Contains(written, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.Ordinal)
            .OrderBy(n => n.Length).ThenBy(n => n, StringComparer.Ordinal).Take(MostOffered + 1).ToList();
        return longer.Count is 0 or > MostOffered ? null : $"Did you mean {Listed(longer)}?";
    }

    private static string? OfSameMeaning(string written, IEnumerable<string> names)
    {
        var plain = Plain(written);
        var meant = Words.Aggregate(plain, (text, word) => text.Replace(word.Other, word.Ours, StringComparison.Ordinal));
        return names.FirstOrDefault(n => Plain(n) is var name && (name == meant || name == plain));
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLower(CultureInfo.InvariantCulture);

    private static string Listed(List<string> names) => names.Count == 1
        ? $"'{names[0]}'"
        : $"{string.Join(", ", names.SkipLast(1).Select(n => $"'{n}'"))} or '{names[^1]}'";
}
