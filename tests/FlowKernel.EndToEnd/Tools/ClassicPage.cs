using FlowKernel.Notebook.Documents;
using Microsoft.Playwright;

namespace FlowKernel.EndToEnd.Tools;

/// <summary>Notebooks in classic Notebook, as a person uses them.</summary>
internal static class ClassicPage
{
    /// <summary>Opens a notebook of code cells and runs them all.</summary>
    public static async Task<IPage> RunAsync(NotebookServer server, Chromium browser, string name, params string[] cells)
    {
        var notebook = NotebookDocument.Create(cells.Select(c => NotebookCell.Create("code", c)));
        await File.WriteAllTextAsync(
            Path.Combine(server.Folder, name), notebook.ToString(), TestContext.Current.CancellationToken);
        var page = await browser.PageAsync();
        await page.GotoAsync(server.PageOf(name));
        await page.WaitForFunctionAsync(
            "() => window.Jupyter && Jupyter.notebook && Jupyter.notebook.kernel "
            + "&& Jupyter.notebook.kernel.is_connected()",
            null, new PageWaitForFunctionOptions { Timeout = 60_000 });
        await page.EvaluateAsync(
            "() => Jupyter.notebook.get_cells().forEach(c => Jupyter.notebook.kernel && c.execute(false))");
        await page.WaitForFunctionAsync(
            "() => Jupyter.notebook.get_cells().every(c => c.input_prompt_number && c.input_prompt_number !== '*')",
            null, new PageWaitForFunctionOptions { Timeout = 120_000 });
        return page;
    }

    /// <summary>The cells of the page, in order.</summary>
    public static ILocator Cells(IPage page) => page.Locator("#notebook-container .cell");
}
