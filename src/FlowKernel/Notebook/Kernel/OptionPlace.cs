using FlowKernel.Text;

namespace FlowKernel.Notebook.Kernel;

/// <summary>Finds the values of options in a directive line.</summary>
internal static class OptionPlace
{
    /// <summary>
    /// Where a value stands after its option; where the option stands when the value is written in another way.
    /// </summary>
    public static TextSpan Of(string line, string option, string value)
    {
        var head = -1;
        while ((head = line.IndexOf(option, head + 1, StringComparison.Ordinal)) >= 0)
        {
            var at = line.AsSpan(head + option.Length).IndexOfAnyExcept(" \t=\"") + head + option.Length;
            if (line.AsSpan(at).StartsWith(value, StringComparison.Ordinal))
                return new TextSpan(at, value.Length);
        }

        var start = Math.Max(0, line.LastIndexOf(option, StringComparison.Ordinal));
        return TextSpan.FromBounds(start, Math.Min(line.Length, start + option.Length));
    }
}
