using FlowKernel.Text;

namespace FlowKernel.Checking;

/// <summary>
/// What is wrong in a file that cells and scripts load, told once: with the file itself where that is checked too, else
/// where it is loaded first.
/// </summary>
internal static class LoadedFindings
{
    public static IReadOnlyList<CheckedFile> ToldOnce(IReadOnlyList<CheckedFile> files)
    {
        var told = files.SelectMany(OwnFindings).ToHashSet();
        return [.. files.Select(file => file with { Texts = [.. file.Texts.Select(text => Untold(text, told))] })];
    }

    private static IEnumerable<Finding> OwnFindings(CheckedFile file) => file.Texts
        .Where(text => text.Cell is null)
        .SelectMany(text => text.Diagnostics)
        .Where(found => found.File is null)
        .Select(found => new Finding(Path.GetFullPath(file.Path), found.Code, found.Span, found.Message));

    private static CheckedText Untold(CheckedText text, HashSet<Finding> told) => text with
    {
        Diagnostics = [.. text.Diagnostics.Where(found => found.File is not { } file
            || told.Add(new Finding(Path.GetFullPath(file.Path), found.Code, found.Span, found.Message)))],
    };

    private sealed record Finding(string Path, string Code, TextSpan Span, string Message);
}
