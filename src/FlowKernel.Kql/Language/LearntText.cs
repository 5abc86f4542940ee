using System.Text;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Kql.Language;

/// <summary>
/// A query's text, and the columns that its data has answered, which go into it as output schemas
/// (<c>evaluate bag_unpack(d) : (a:long, …)</c>) when it is checked.
/// </summary>
internal sealed class LearntText
{
    private readonly List<(int Offset, string Text)> _insertions;

    /// <summary>A text with what was learnt of it.</summary>
    public LearntText(string kql, IReadOnlyList<SchemaAnswer> answers)
    {
        Kql = kql;
        Answers = answers;
        _insertions = [.. answers.OrderBy(a => a.Offset).Select(a => (a.Offset, Schema(a.Columns)))];
        Whole = _insertions.Count == 0 ? kql : Insert();
    }

    /// <summary>The text as the user wrote it.</summary>
    public string Kql { get; }

    /// <summary>What was learnt.</summary>
    public IReadOnlyList<SchemaAnswer> Answers { get; }

    /// <summary>The text with the schemas in it.</summary>
    public string Whole { get; }

    /// <summary>The same text with more answers.</summary>
    public LearntText With(IReadOnlyList<SchemaAnswer> answers) => new(Kql, [.. Answers, .. answers]);

    /// <summary>A stretch of the whole text as a stretch of the user's; an inserted schema is the place before it.</summary>
    public TextSpan Place(TextSpan span) => TextSpan.FromBounds(Place(span.Start), Place(span.End));

    /// <summary>The diagnostic at its place in the user's text.</summary>
    public ReplyDiagnostic Place(ReplyDiagnostic found)
    {
        var span = Place(new TextSpan(found.Start, found.Length));
        return found with { Start = span.Start, Length = span.Length };
    }

    private int Place(int offset)
    {
        var shift = 0;
        foreach (var (at, text) in _insertions)
        {
            if (offset <= at + shift)
                break;
            if (offset <= at + shift + text.Length)
                return at;
            shift += text.Length;
        }

        return offset - shift;
    }

    private string Insert()
    {
        var whole = new StringBuilder(Kql);
        foreach (var (offset, text) in Enumerable.Reverse(_insertions))
            whole.Insert(offset, text);
        return whole.ToString();
    }

    // What was asked for another reason than columns has none (assert).
    private static string Schema(IReadOnlyList<KqlColumn> columns) => columns.Count == 0
        ? ""
        : $" : ({string.Join(", ", columns.Select(c => $"{Quoted(c.Name)}:{c.Type.Name()}"))})";

    private static string Quoted(string name)
    {
        var text = name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal)
            .Replace("\t", "\\t", StringComparison.Ordinal);
        return $"['{text}']";
    }
}
