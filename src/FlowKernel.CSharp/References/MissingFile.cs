using FlowKernel.Diagnostics;
using FlowKernel.Text;

namespace FlowKernel.CSharp.References;

/// <summary>Says that something a directive names is not there, and what may have been meant.</summary>
internal static class MissingFile
{
    /// <summary>For <c>#load</c>.</summary>
    public static Diagnostic Load(string path, TextSpan span) =>
        new("FK1012", $"There is no file '{path}' to load.", span, Nearest(path));

    /// <summary>For <c>#r</c> with a path.</summary>
    public static Diagnostic Assembly(string path, TextSpan span) =>
        new("FK1013", $"There is no assembly '{path}'.", span, Nearest(path));

    /// <summary>For <c>#r</c> with a name.</summary>
    public static Diagnostic Name(string name, IEnumerable<string> known, TextSpan span) => new(
        "FK1013",
        $"There is no assembly named '{name}' in .NET.",
        span,
        NearestName.Find(name, known) is { } near
            ? $"Did you mean {near}?"
            : $"For a package write #r \"nuget: {WithoutPrefix(name)}\", for a file give its path.");

    private static string? Nearest(string path)
    {
        var folder = Path.GetDirectoryName(path);
        if (!Directory.Exists(folder))
            return folder is null ? null : $"There is no folder '{folder}' either.";
        var names = Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f));
        return NearestName.Find(Path.GetFileName(path), names) is { } near ? $"Did you mean {near}?" : null;
    }

    private static string WithoutPrefix(string name) =>
        name.StartsWith("nuget", StringComparison.OrdinalIgnoreCase) && name[5..].Trim(' ', ',', ';') is { Length: > 0 } rest
            ? rest
            : name;
}
