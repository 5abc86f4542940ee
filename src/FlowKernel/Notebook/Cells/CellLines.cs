namespace FlowKernel.Notebook.Cells;

/// <summary>The lines of a text.</summary>
internal static class CellLines
{
    /// <summary>Where each line starts, and the text's end; a line ends at \n, \r\n or \r.</summary>
    public static List<int> Starts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                starts.Add(i + 1);
        }

        starts.Add(text.Length);
        return starts;
    }
}
