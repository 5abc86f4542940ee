using System.Text;
using System.Text.RegularExpressions;
using FlowKernel.Cli.Composition;
using FlowKernel.Hosting;
using FlowKernel.Notebook;

namespace FlowKernel.Cli.Tests.Cells;

/// <summary>The kernel that users have, connected to a place without tables; cells run as in a notebook.</summary>
public sealed partial class CellSession : IAsyncDisposable
{
    private readonly NotebookHandle _kernel = NotebookFactory.Create();
    private int _cells;

    internal Workbench Workbench => _kernel.Workbench;

    /// <summary>What the last cell displayed last; null for nothing.</summary>
    public MimeBundle? Displayed { get; private set; }

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    /// <summary>Runs cells that must succeed; gives what the last one shows as plain text.</summary>
    public async Task<string> RunAsync(params string[] cells)
    {
        var shown = "";
        foreach (var cell in cells)
        {
            var ended = await EndAsync(cell);
            Assert.True(ended.Error is null, ended.Error);
            shown = ended.Shown;
        }

        return shown;
    }

    /// <summary>The mistake of a cell that must fail.</summary>
    public async Task<CellMistake> ErrorOfAsync(string cell)
    {
        var ended = await EndAsync(cell);
        Assert.NotNull(ended.Error);
        return CellMistake.Read(ended.Error);
    }

    /// <summary>What an expression gives that a front end sends with a cell, as plain text; or its error's name.</summary>
    public async Task<string?> EvaluateAsync(string expression)
    {
        var result = await _kernel.Notebook.EvaluateAsync(expression, Test);
        return result.Error?.Name ?? result.Value?.Text(MimeTypes.Plain);
    }

    /// <summary>What a cell that must succeed warns of; null for nothing.</summary>
    public async Task<CellMistake?> WarningOfAsync(string cell)
    {
        var ended = await EndAsync(cell);
        Assert.True(ended.Error is null, ended.Error);
        return ended.Warnings.Length == 0 ? null : CellMistake.Read(ended.Warnings);
    }

    /// <summary>The bare names of members that cells are given.</summary>
    public IEnumerable<string> Members => _kernel.Cells.Members;

    /// <summary>What is offered at the mark ¦ of a cell.</summary>
    public async Task<IEnumerable<string>> OffersAsync(string marked)
    {
        var offset = marked.IndexOf('¦', StringComparison.Ordinal);
        var list = await _kernel.Notebook.CompleteAsync(marked.Remove(offset, 1), offset, Test);
        return list.Items.Select(i => i.Insert);
    }

    /// <summary>What an editor shows at the mark ¦ of a cell, as plain text; null for nothing.</summary>
    public async Task<string?> HoverAsync(string marked)
    {
        var offset = marked.IndexOf('¦', StringComparison.Ordinal);
        return (await _kernel.Notebook.InspectAsync(marked.Remove(offset, 1), offset, Test))?.Text(MimeTypes.Plain);
    }

    public ValueTask DisposeAsync() => _kernel.DisposeAsync();

    private async Task<(string Shown, string Warnings, string? Error)> EndAsync(string cell)
    {
        if (_kernel.Workbench.Session.Current is null)
            (await _kernel.Workbench.ConnectAsync(ConnectionChoice.Nothing, Test)).OrThrow();
        var output = new ErrorText();
        var result = await _kernel.Notebook.RunAsync(new CellRequest(cell, ++_cells), output, Test);
        var shown = (result.Value ?? result.Pages.FirstOrDefault())?.Text(MimeTypes.Plain) ?? "";
        Displayed = output.Displayed;
        var error = result.Error is { } e ? Plain(string.Join('\n', e.Traceback)) : null;
        return (shown, Plain(output.Text.ToString()), error);
    }

    private static string Plain(string text) => Colours().Replace(text, "");

    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex Colours();

    private sealed class ErrorText : ICellOutput
    {
        public StringBuilder Text { get; } = new();

        public MimeBundle? Displayed { get; private set; }

        public void WriteOut(string text)
        {
        }

        public void WriteError(string text) => Text.Append(text);

        public void Display(MimeBundle bundle, string? displayId = null) => Displayed = bundle;

        public void UpdateDisplay(string displayId, MimeBundle bundle)
        {
        }

        public void Clear(bool wait)
        {
        }

        public Task<string> AskAsync(string prompt, bool password, CancellationToken cancellation) =>
            throw new NotSupportedException();
    }
}
