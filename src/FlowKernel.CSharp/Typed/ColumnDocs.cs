using System.Security;
using System.Text;
using FlowKernel.Results;

namespace FlowKernel.CSharp.Typed;

/// <summary>
/// Documentation of generated members. A column's name is hostile text: it must not leave its comment.
/// </summary>
internal static class ColumnDocs
{
    /// <summary>The documentation comment of a column's property: its name in KQL and its type there.</summary>
    public static string Of(KqlColumn column) =>
        $"    /// <summary>KQL column <c>{Encode(column.Name)}</c>: {column.Type.Name()}.</summary>\n";

    /// <summary>One line that lists the columns as C# names them, with their KQL types.</summary>
    public static string OfAll(IEnumerable<(KqlColumn Column, string Name)> properties) =>
        "Columns: " + string.Join(", ", properties.Select(p => $"{p.Name} {p.Column.Type.Name()}")) + ".";

    private static string Encode(string name)
    {
        var visible = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
            visible.Append(IsText(rune) ? rune.ToString() : "\uFFFD");
        return SecurityElement.Escape(visible.ToString());
    }

    // Line ends would end the comment; XML cannot hold other control characters and non-characters.
    private static bool IsText(Rune rune) =>
        !Rune.IsControl(rune) && rune.Value is not (0x2028 or 0x2029 or 0xFFFE or 0xFFFF);
}
