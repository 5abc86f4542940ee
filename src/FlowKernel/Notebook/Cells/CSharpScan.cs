namespace FlowKernel.Notebook.Cells;

/// <summary>
/// Reads C# just as far as it takes to tell which lines begin inside a string or comment, where <c>#!</c> is text.
/// Knows ordinary, verbatim, raw and interpolated strings with code in their holes; wrong code is read as far as it
/// makes sense. The rules are those of the C# specification, section 6.4.5 (lexical structure, literals).
/// </summary>
internal sealed class CSharpScan(string text, int start)
{
    private int _at = start;

    /// <summary>Moves on to an offset; true when it stands in code.</summary>
    public bool IsCodeAt(int offset)
    {
        while (_at < offset)
            SkipOne();
        return _at == offset;
    }

    private void SkipOne()
    {
        if (Looks("//"))
            SkipTo(text.AsSpan(_at).IndexOfAny('\r', '\n'), 0);
        else if (Looks("/*"))
            SkipTo(text.AsSpan(_at + 2).IndexOf("*/"), 4);
        else if (text[_at] == '\'')
            SkipCharacter();
        else if (text[_at] is '"' or '$' or '@' && StringStart.Read(text, _at) is { } start)
            SkipString(start);
        else
            _at++;
    }

    private void SkipCharacter()
    {
        _at++;
        while (_at < text.Length && text[_at] is not ('\'' or '\r' or '\n'))
            _at += text[_at] == '\\' ? 2 : 1;
        _at++;
    }

    private void SkipString(StringStart start)
    {
        _at += start.Length;
        while (_at < text.Length && (start.Multiline || !IsLineEnd))
        {
            if (start.Escapes(text, _at))
                _at += 2;
            else if (start.OpensHole(text, _at))
                SkipHole(start);
            else if (!Looks(start.End))
                _at++;
            else
                break;
        }

        if (Looks(start.End))
            _at += start.Quotes;
    }

    private bool IsLineEnd => text[_at] is '\r' or '\n';

    // Holes may span lines, but one that was left open must not swallow the rest of the cell.
    private void SkipHole(StringStart start)
    {
        _at += start.Braces;
        for (var depth = 1; depth > 0 && _at < text.Length && (start.Multiline || !IsLineEnd);)
        {
            depth += text[_at] switch { '{' => 1, '}' => -1, _ => 0 };
            SkipOne();
        }
    }

    private bool Looks(string expected) => string.CompareOrdinal(text, _at, expected, 0, expected.Length) == 0;

    private void SkipTo(int found, int beyond) => _at = found < 0 ? text.Length : _at + found + beyond;
}
