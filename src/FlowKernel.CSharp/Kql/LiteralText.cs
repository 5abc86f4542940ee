using FlowKernel.Text;

namespace FlowKernel.CSharp.Kql;

/// <summary>The place in the cell of one character of a text.</summary>
/// <param name="Start">The cell offset where what stands for the character begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Piece">The number of the literal that it stands in.</param>
/// <param name="IsWritten">
/// False when something else stands there for it: a hole, or an expression whose text was written elsewhere.
/// </param>
internal readonly record struct CharPlace(int Start, int End, int Piece = 0, bool IsWritten = true);

/// <summary>
/// A text that stands in C# string literals, with the place of each character in the cell: escapes, doubled quotes and
/// the indentation of raw strings make the two differ.
/// </summary>
/// <param name="Value">The text as the program sees it.</param>
/// <param name="Places">The place of each character.</param>
/// <param name="End">The cell offset of the text's end, where one could go on writing.</param>
internal sealed record LiteralText(string Value, IReadOnlyList<CharPlace> Places, int End)
{
    /// <summary>The holes of interpolated strings, in order.</summary>
    public IReadOnlyList<QueryHole> Holes { get; init; } = [];

    /// <summary>A text that was written elsewhere and stands here as one expression.</summary>
    public static LiteralText Elsewhere(string value, TextSpan expression) => new(
        value,
        [.. Enumerable.Repeat(new CharPlace(expression.Start, expression.End, IsWritten: false), value.Length)],
        expression.End);

    /// <summary>This text with another after it.</summary>
    public LiteralText Then(LiteralText next)
    {
        var piece = Places.Count == 0 ? 0 : Places[^1].Piece + 1;
        return new LiteralText(
            Value + next.Value,
            [.. Places, .. next.Places.Select(p => p with { Piece = p.Piece + piece })],
            next.End)
        {
            Holes = [.. Holes, .. next.Holes.Select(h => h.Shift(Value.Length))],
        };
    }

    /// <summary>A stretch of the text, as a stretch of the cell; it ends with the literal that it begins in.</summary>
    public TextSpan InCell(TextSpan span)
    {
        var start = Math.Clamp(span.Start, 0, Value.Length);
        if (start == Value.Length || span.Length <= 0)
            return new TextSpan(Before(start), 0);
        var last = Math.Min(span.End, Value.Length) - 1;
        while (Places[last].Piece != Places[start].Piece)
            last--;
        return TextSpan.FromBounds(Places[start].Start, Places[last].End);
    }

    /// <summary>The offset in the text of a cell offset inside it; null when that stands elsewhere.</summary>
    public int? At(int cellOffset)
    {
        var starts = Find(p => p.Start == cellOffset);
        if (starts >= 0)
            return starts;
        var ends = Find(p => p.End == cellOffset);
        if (ends >= 0)
            return ends + 1;
        return cellOffset == End && IsOpenAtEnd ? Value.Length : null;
    }

    private bool IsOpenAtEnd => Places is [] or [.., { IsWritten: true }]
        || (Holes is [.., { Syntax.CloseBraceToken.IsMissing: false } hole] && hole.Inside.End == Value.Length);

    private int Find(Predicate<CharPlace> condition)
    {
        for (var i = 0; i < Places.Count; i++)
        {
            if (Places[i].IsWritten && condition(Places[i]))
                return i;
        }

        return -1;
    }

    private int Before(int offset) => offset < Value.Length ? Places[offset].Start : End;
}
