using FlowKernel.CSharp.Errors;

namespace FlowKernel.CSharp.References;

/// <summary>
/// Where relative paths in <c>#r</c>, <c>#load</c> and <c>#i</c> start: the folder of the file that they stand in, or
/// the notebook's for those in cells.
/// </summary>
internal sealed class CellFolder(Func<string> notebook)
{
    /// <summary>The notebook's folder.</summary>
    public string Notebook => notebook();

    /// <summary>A path as an absolute one.</summary>
    /// <param name="path">What is written.</param>
    /// <param name="file">The file that it is written in; null or a cell's name for a cell.</param>
    public string FullPath(string path, string? file) => Path.GetFullPath(path, BaseOf(file));

    private string BaseOf(string? file) =>
        string.IsNullOrEmpty(file) || CellPath.IsCell(file) || !Path.IsPathFullyQualified(file)
            ? notebook()
            : Path.GetDirectoryName(file)!;
}
