using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp.Typed;

/// <summary>
/// The C# property for each column of a table. A name that C# can spell stays as it is, <c>@</c> before a keyword; in
/// others each character that no C# name may hold becomes <c>_</c>. Of very long ones it is the beginning. Names that
/// would be the same, or that of a member which every record has, get a number.
/// </summary>
internal static class PropertyNames
{
    private const string Nameless = "Column";

    // .NET takes 1023 bytes, of which a letter may be three; the compiler's own field is named after the property.
    private const int Longest = 250;

    // Members of object and of records; a record may not declare Clone (CS8859).
    private static readonly string[] Taken =
    [
        "Clone", "EqualityContract", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "PrintMembers",
        "ReferenceEquals", "ToString",
    ];

    /// <summary>The names in the order of <paramref name="columns"/>, all different.</summary>
    /// <param name="columns">The columns' KQL names.</param>
    /// <param name="types">Names of the types that will hold the properties.</param>
    public static IReadOnlyList<string> Of(IEnumerable<string> columns, params IEnumerable<string> types)
    {
        var taken = Taken.Concat(types).ToHashSet(StringComparer.Ordinal);
        return [.. columns.Select((column, index) => Escaped(Free(Spelled(column, index), taken)))];
    }

    private static string Spelled(string column, int index)
    {
        if (string.IsNullOrWhiteSpace(column))
            return string.Create(CultureInfo.InvariantCulture, $"{Nameless}{index + 1}");
        var name = new StringBuilder(column.Length + 1);
        if (!SyntaxFacts.IsIdentifierStartCharacter(column[0]) && IsPart(column[0]))
            name.Append('_');
        foreach (var c in column.Take(Longest))
            name.Append(IsPart(c) ? c : '_');
        return name.ToString();
    }

    // C# ignores formatting characters in names, so two names may look different to us and not to the compiler.
    private static bool IsPart(char c) =>
        SyntaxFacts.IsIdentifierPartCharacter(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format;

    private static string Free(string name, HashSet<string> taken)
    {
        var free = name;
        for (var next = 2; !taken.Add(free); next++)
            free = string.Create(CultureInfo.InvariantCulture, $"{name}_{next}");
        return free;
    }

    private static string Escaped(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
