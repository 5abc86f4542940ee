namespace FlowKernel.Notebook.Display;

/// <summary>
/// What a table's HTML says to scripts: its own, and those of pages that hold it. The exact text of a cell
/// (<see cref="ValueText.Exact"/>) is its <see cref="Exact"/> attribute where it has one, else its <c>title</c> where
/// it has one, else the text of the last element in its <c>details</c> where it has one, else its text. A dynamic value
/// that is folded has white space between its parts.
/// </summary>
internal static class TableMarks
{
    /// <summary>The class of the element around a table, its tools, its quiet line and its script.</summary>
    public const string Root = "flowkernel-table";

    /// <summary>On the root: how many rows the result has; the table may show fewer.</summary>
    public const string Rows = "data-rows";

    /// <summary>On the root: what the script adds: <c>sort</c>, <c>filter</c>.</summary>
    public const string Script = "data-script";

    /// <summary>On a heading: the column's KQL type.</summary>
    public const string Type = "data-type";

    /// <summary>On a cell that has no value; its text is then <c>null</c>, to be read.</summary>
    public const string Null = "data-null";

    /// <summary>On a cell that shows its exact text changed: what cannot be seen is made visible.</summary>
    public const string Exact = "data-v";
}
