using FlowKernel.Checking;
using FlowKernel.Cli.Composition;
using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Documents;
using FlowKernel.Text;

namespace FlowKernel.Cli.Tests.Checking;

/// <summary>Files to check, made for a test, and what a check says of them.</summary>
public sealed class CheckedFiles : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CheckHandle _check = CheckFactory.Create();

    public string Folder => _folder.Path;

    public string File(string name, string content)
    {
        var path = _folder.File(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    public string Notebook(string name, params IEnumerable<string> cells) =>
        File(name, NotebookDocument.Create(cells.Select(c => NotebookCell.Create("code", c))).ToString());

    public Task<CheckReport> CheckAsync(params string[] paths) =>
        _check.Check.RunAsync(paths, null, TestContext.Current.CancellationToken);

    /// <summary>What is found in a notebook of these cells, each as <c>code cell:line:column text</c>.</summary>
    public async Task<IReadOnlyList<string>> FindingsInAsync(params string[] cells)
    {
        var report = await CheckAsync(Notebook("test.ipynb", cells));
        return [.. report.Files.SelectMany(f => f.Texts).SelectMany(t => t.Diagnostics.Select(d => Tell(t, d)))];
    }

    /// <summary>What is found in a file of this content, each as <c>code line:column text</c>.</summary>
    public async Task<IReadOnlyList<string>> FindingsInFileAsync(string name, string content)
    {
        var report = await CheckAsync(File(name, content));
        return [.. report.Files.SelectMany(f => f.Texts).SelectMany(t => t.Diagnostics.Select(d => Tell(t, d)))];
    }

    public void Dispose()
    {
        _check.Dispose();
        _folder.Dispose();
    }

    private static string Tell(CheckedText text, Diagnostic found)
    {
        var place = new SourceText(text.Content).PositionOf(found.Span.Start);
        var marked = text.Content.Substring(found.Span.Start, found.Span.Length);
        var cell = text.Cell is { } number ? FormattableString.Invariant($"{number}:") : "";
        return FormattableString.Invariant($"{found.Code} {cell}{place.Line}:{place.Column} {marked}");
    }
}
