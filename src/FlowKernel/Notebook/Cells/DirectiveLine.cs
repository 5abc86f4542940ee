using FlowKernel.Diagnostics;
using FlowKernel.Text;

namespace FlowKernel.Notebook.Cells;

/// <summary>A line that begins with <c>#!</c> and a word, and what that word means.</summary>
/// <param name="Slice">The line from <c>#!</c> on, without its line end.</param>
/// <param name="Name">The word, without <c>#!</c>.</param>
/// <param name="Next">The offset of the next line.</param>
internal readonly record struct DirectiveLine(TextSlice Slice, string Name, int Next)
{
    /// <summary>The directives there are.</summary>
    public static IReadOnlyList<string> Names { get; } = ["flowlogs", "kql", "csharp"];

    /// <summary>True when C# follows.</summary>
    public bool IsCSharp => Name == "csharp";

    /// <summary>True when there is such a directive.</summary>
    public bool IsKnown => Names.Contains(Name, StringComparer.Ordinal);

    /// <summary>True when the first word after the directive is a command, rather than an option or nothing.</summary>
    public bool IsCommand => Slice.Text.AsSpan(Name.Length + 2).TrimStart() is [not '-', ..];

    /// <summary>The place right after the line, with no text yet.</summary>
    public TextSlice After => new("", Next, Slice.FirstLine + 1);

    /// <summary>The diagnostic for a directive that does not exist.</summary>
    public Diagnostic Unknown()
    {
        var hint = NearestName.Find(Name, Names) is { } nearest
            ? $"Did you mean '#!{nearest}'?"
            : "Use '#!flowlogs' (or '#!kql') for KQL and '#!csharp' for C#.";
        return new Diagnostic(
            "FK0401", $"There is no directive '#!{Name}'.", new TextSpan(Slice.Start, Name.Length + 2), hint);
    }

    /// <summary>The directive that a line of a text holds (white space before it is allowed), or null.</summary>
    public static DirectiveLine? Read(string text, int start, int next, int line)
    {
        var content = text[start..next].TrimEnd('\r', '\n');
        var directive = content.TrimStart(' ', '\t');
        if (directive is not ['#', '!', var letter, ..] || !char.IsAsciiLetter(letter))
            return null;
        var name = directive[2..].Split(' ', '\t')[0];
        var slice = new TextSlice(directive, start + content.Length - directive.Length, line);
        return new DirectiveLine(slice, name, next);
    }
}
