namespace FlowKernel.Notebook.Display;

/// <summary>How much of a table is shown, and what stands under it.</summary>
public sealed record TableDisplayOptions
{
    /// <summary>Sixty columns, 500 rows in HTML, 50 in plain text, no footer.</summary>
    public static TableDisplayOptions Default { get; } = new();

    /// <summary>Rows in the HTML form.</summary>
    public int RowLimit { get; init; } = 500;

    /// <summary>Rows in the plain-text form.</summary>
    public int PlainRowLimit { get; init; } = 50;

    /// <summary>Columns in both forms.</summary>
    public int ColumnLimit { get; init; } = 60;

    /// <summary>Characters of a cell before it is folded (HTML) or cut (plain text).</summary>
    public int CellLimit { get; init; } = 80;

    /// <summary>False for a table that needs no sorting and filtering.</summary>
    public bool Interactive { get; init; } = true;

    /// <summary>One quiet line under the table, or null; see <see cref="ResultFooter"/>.</summary>
    public string? Footer { get; init; }

    /// <summary>
    /// The line under the plain text where it differs: one that says the same with every run; null for
    /// <see cref="Footer"/>.
    /// </summary>
    public string? PlainFooter { get; init; }
}
