using System.Globalization;
using FlowKernel.Diagnostics;
using FlowKernel.Text;

namespace FlowKernel.Notebook.Cells;

/// <summary>
/// How deep a cell nests its brackets. Compilers read one inside the other by calling themselves, and at some depth the stack,
/// and with it the process, is at its end.
/// </summary>
public static class BracketDepth
{
    /// <summary>The deepest that is read; a tenth of it is more than people write.</summary>
    public const int Most = 1000;

    /// <summary>The mistake (FK0416) of a cell that goes deeper, at the bracket that does; else null.</summary>
    public static Diagnostic? MistakeIn(string cell)
    {
        var depth = 0;
        for (var at = 0; at < cell.Length; at++)
        {
            depth = cell[at] switch
            {
                '(' or '[' or '{' => depth + 1,
                ')' or ']' or '}' => Math.Max(0, depth - 1),
                _ => depth,
            };
            if (depth > Most)
                return TooDeep(at);
        }

        return null;
    }

    private static Diagnostic TooDeep(int at) => new(
        "FK0416", string.Create(CultureInfo.InvariantCulture, $"Brackets are nested more than {Most:N0} deep here."),
        new TextSpan(at, 1), "Give parts of it names of their own, as variables or with let.");
}
