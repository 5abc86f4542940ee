using System.Collections.Frozen;
using System.Text.RegularExpressions;
using FlowKernel.CSharp.Submissions;

namespace FlowKernel.CSharp.Checking;

/// <summary>What the C# compiler's messages leave out for someone who writes cells, not programs.</summary>
internal static partial class CellHints
{
    private const string Guess = " (are you missing a using directive or an assembly reference?)";

    /// <summary>A way out for values of a type that was declared again.</summary>
    public const string Twins = "The type was declared again since: run the cells anew that made values of the earlier one.";

    private static readonly FrozenDictionary<string, string> Hints = new Dictionary<string, string>
    {
        ["CS0201"] = "To show a value, leave out the semicolon after the last expression.",
        ["CS4014"] = "Put await before the call, or assign its task to a variable to run it in the background.",
        ["CS7010"] = "Write it in double quotes, as in #r \"nuget: Newtonsoft.Json\" or #load \"helpers.csx\".",
        ["CS7009"] = "Put #r at the top of the cell.",
        ["CS7019"] = "To change the variable of an earlier cell, leave out 'var'.",
        ["CS8097"] = "Put #r at the top of the cell.",
        ["CS8098"] = "Put #load at the top of the cell.",
        ["CS7021"] = "Declare the types without a namespace.",
        ["CS1109"] = "Types in a cell are nested: write an ordinary static method and call it.",
        ["CS8345"] = "Variables of a cell live on: use spans inside a function or a block.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A way out for a mistake, or null.</summary>
    public static string? For(string code) => Hints.GetValueOrDefault(code);

    /// <summary>A way out for a variable whose initializer reads itself.</summary>
    public static string ForOwnInitializer(string name) =>
        $"To change the variable of an earlier cell, leave out the type: {name} = ...;";

    /// <summary>A way out where a message tells types of the same name apart by their cells; else null.</summary>
    public static string? ForTwins(string message) => TwinPlace().IsMatch(message) || AreTwins(message) ? Twins : null;

    // Of types that other cells find where they are, the classes around them tell them apart.
    private static bool AreTwins(string message) => Quoted().Matches(message).Select(q => q.Value).Distinct(StringComparer.Ordinal)
        .CountBy(CellClass.Without, StringComparer.Ordinal).Any(q => q.Value > 1);

    /// <summary>
    /// The message without the compiler's names for cells, and without its own guess, which hints make more exactly.
    /// </summary>
    public static string Reworded(string message) => LongName().Replace(
        CellClass.Without(TwinPlace().Replace(ClassItself().Replace(message, "The cell"), "")).Replace(Guess, "", StringComparison.Ordinal),
        "Name '$1…'");

    [GeneratedRegex(@" \[(notebook-cell:|Cell-)[^\]]*\]")]
    private static partial Regex TwinPlace();

    [GeneratedRegex("'[^']+'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"The type 'Cell__[0-9a-f]+'")]
    private static partial Regex ClassItself();

    // Of a name that is too long for .NET its beginning is enough.
    [GeneratedRegex(@"Name '([^']{40})[^']{900,}'")]
    private static partial Regex LongName();
}
