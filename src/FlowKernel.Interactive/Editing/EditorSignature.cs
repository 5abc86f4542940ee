using FlowKernel.Text;

namespace FlowKernel.Interactive.Editing;

/// <summary>A function's signature and the parameter that is being written.</summary>
/// <param name="Label">The signature, such as <c>bin(value, roundTo)</c>.</param>
/// <param name="Documentation">What the function does; may be empty.</param>
/// <param name="Parameters">The parameters' own texts, in order.</param>
/// <param name="Active">The index of the one being written; never past the last.</param>
public sealed record EditorSignature(
    string Label, string Documentation, IReadOnlyList<string> Parameters, int Active)
{
    /// <summary>Reads an explanation whose first line is a signature; null when it is none.</summary>
    internal static EditorSignature? Read(string explanation, int argument)
    {
        var lines = explanation.Split('\n', 2);
        var label = lines[0].Trim().Trim('`');
        var open = label.IndexOf('(', StringComparison.Ordinal);
        var close = label.LastIndexOf(')');
        if (open < 0 || close < open)
            return null;
        var inside = label[(open + 1)..close];
        string[] parameters = inside.Length == 0 ? [] : [.. TopLevel.Split(inside).Select(p => p.Trim())];
        var documentation = lines.Length > 1 ? lines[1].Trim() : "";
        return new EditorSignature(
            label, documentation, parameters, Math.Clamp(argument, 0, Math.Max(0, parameters.Length - 1)));
    }
}
