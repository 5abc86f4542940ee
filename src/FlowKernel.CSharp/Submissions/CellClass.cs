using System.Text.RegularExpressions;

namespace FlowKernel.CSharp.Submissions;

/// <summary>
/// The class that the compiler makes of a cell, of which the cell's types are members. C# can write its name, which no user
/// has: two underscores are for those who make compilers (C# language specification, 6.4.3).
/// </summary>
internal static partial class CellClass
{
    /// <summary>Its name.</summary>
    /// <param name="assembly">The name of the compiled cell.</param>
    public static string Of(string assembly) => assembly.Replace("-", "__", StringComparison.Ordinal);

    /// <summary>The name of the compiled cell whose class has a name; also that of a type inside it.</summary>
    public static string CellOf(string name) => name.Split('+')[0].Replace("__", "-", StringComparison.Ordinal);

    /// <summary>True for such a name.</summary>
    public static bool Is(string name) => name.StartsWith("Cell__", StringComparison.Ordinal);

    /// <summary>A text in which types of cells have the names that users know.</summary>
    public static string Without(string text) => Qualifier().Replace(text, "");

    // Between it and a type C# writes a dot, .NET a plus.
    [GeneratedRegex(@"(global::|\b)Cell__[0-9a-f]+[.+]")]
    private static partial Regex Qualifier();
}
