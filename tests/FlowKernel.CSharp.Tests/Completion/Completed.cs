using FlowKernel.Session;

namespace FlowKernel.CSharp.Tests.Completion;

/// <summary>Completes a text at its <c>|</c>.</summary>
internal static class Completed
{
    public static async Task<CompletionList> CompleteAsync(this Notebook notebook, string marked)
    {
        var offset = marked.IndexOf('|', StringComparison.Ordinal);
        return await notebook.Cells.CompleteAsync(marked.Remove(offset, 1), offset, Notebook.Test);
    }

    public static IReadOnlyList<string> Inserts(this CompletionList list) => [.. list.Items.Select(i => i.Insert)];

    public static IReadOnlyList<string> Labels(this CompletionList list) => [.. list.Items.Select(i => i.Label)];

    /// <summary>The text once the proposal of a label is accepted.</summary>
    public static string Accepted(this CompletionList list, string marked, string label)
    {
        var insert = list.Items.First(i => i.Label == label).Insert;
        return marked.Replace("|", "", StringComparison.Ordinal)
            .Remove(list.Replace.Start, list.Replace.Length).Insert(list.Replace.Start, insert);
    }
}
