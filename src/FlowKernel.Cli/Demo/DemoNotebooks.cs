using System.Reflection;
using FlowKernel.Notebook.Documents;

namespace FlowKernel.Cli.Demo;

/// <summary>The notebooks that come with the tool.</summary>
internal static class DemoNotebooks
{
    /// <summary>A notebook by its file name, such as <c>00-tour.ipynb</c>.</summary>
    public static NotebookDocument Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"notebooks/{name}")
            ?? throw new InvalidOperationException($"The tool lacks the notebook {name}.");
        using var reader = new StreamReader(stream);
        return NotebookDocument.Parse(reader.ReadToEnd()).OrThrow();
    }
}
