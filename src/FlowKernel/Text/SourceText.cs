namespace FlowKernel.Text;

/// <summary>A text with its lines found: turns offsets into line positions and back.</summary>
public sealed class SourceText
{
    private readonly List<int> _lineStarts = [0];

    /// <summary>Finds the lines of <paramref name="content"/>; a line ends at \n, \r\n or \r.</summary>
    public SourceText(string content)
    {
        Content = content;
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == '\n' || (content[i] == '\r' && (i + 1 == content.Length || content[i + 1] != '\n')))
                _lineStarts.Add(i + 1);
        }
    }

    /// <summary>The whole text.</summary>
    public string Content { get; }

    /// <summary>How many lines there are; an empty text has one.</summary>
    public int LineCount => _lineStarts.Count;

    /// <summary>The line and column of an offset; offsets outside the text are moved to its nearest end.</summary>
    public LinePosition PositionOf(int offset)
    {
        offset = Math.Clamp(offset, 0, Content.Length);
        var index = _lineStarts.BinarySearch(offset);
        var line = index >= 0 ? index : ~index - 1;
        return new LinePosition(line + 1, offset - _lineStarts[line] + 1);
    }

    /// <summary>The offset of a position; one outside the text is moved to its nearest end.</summary>
    public int OffsetOf(LinePosition position) => Math.Clamp(
        _lineStarts[Math.Clamp(position.Line - 1, 0, _lineStarts.Count - 1)] + position.Column - 1, 0, Content.Length);

    /// <summary>The text of a line (from 1), without its line end.</summary>
    public string LineAt(int line)
    {
        var start = _lineStarts[line - 1];
        var end = line < _lineStarts.Count ? _lineStarts[line] : Content.Length;
        return Content[start..end].TrimEnd('\r', '\n');
    }
}
