using System.Globalization;

namespace FlowKernel.Notebook.Exporting;

/// <summary>What a report leaves out because it was too much to keep.</summary>
/// <param name="Tables">How many tables show their first rows only, without their whole data.</param>
/// <param name="Cells">How many cells lack what they showed, or a part of it.</param>
internal sealed record JournalGaps(int Tables, int Cells)
{
    /// <summary>What some recordings lack.</summary>
    public static JournalGaps Of(IEnumerable<CellRecording> cells) => cells.Aggregate(
        new JournalGaps(0, 0),
        (gaps, cell) => new JournalGaps(gaps.Tables + cell.TableGaps, gaps.Cells + (cell.HasGap ? 1 : 0)));

    /// <summary>A sentence with a space before it; nothing where nothing is left out.</summary>
    public string Sentence => this is { Tables: 0, Cells: 0 } ? "" :
        $" Too much to keep was {string.Join(" and ", Parts)}; run those cells again just before the export to have it"
        + " all.";

    private IEnumerable<string> Parts
    {
        get
        {
            if (Tables > 0)
                yield return Count("the data behind", Tables, "table");
            if (Cells > 0)
                yield return Count("what", Cells, "cell") + " showed";
        }
    }

    private static string Count(string what, int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{what} {count} {noun}{(count == 1 ? "" : "s")}");
}
