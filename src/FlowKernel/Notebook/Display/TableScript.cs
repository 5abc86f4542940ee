using System.Reflection;

namespace FlowKernel.Notebook.Display;

/// <summary>
/// The script that a table brings with it, so that it also works alone: sorting, and for longer tables filtering. Where
/// scripts do not run, the table reads without it.
/// </summary>
internal static class TableScript
{
    /// <summary>Sorting, as a script element's content.</summary>
    public static string Sort { get; } = Wrapped("values.js", "sort.js");

    /// <summary>Sorting and filtering, as a script element's content.</summary>
    public static string SortAndFilter { get; } = Wrapped("values.js", "sort.js", "filter.js");

    // A function of its own: nothing is left on the page's global object.
    private static string Wrapped(params string[] files) =>
        $"(()=>{{'use strict';\n{string.Concat(files.Select(Compact))}}})();";

    private static string Compact(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("FlowKernel.Table." + file)
            ?? throw new InvalidOperationException($"The table script lacks {file}.");
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n').Select(line => line.Trim());
        return string.Concat(lines.Where(IsCode).Select(line => line + "\n"));
    }

    private static bool IsCode(string line) => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal);
}
