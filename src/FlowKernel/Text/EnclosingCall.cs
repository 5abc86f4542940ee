namespace FlowKernel.Text;

/// <summary>The function call whose brackets a place is in.</summary>
/// <param name="Name">Where the function's name stands.</param>
/// <param name="Argument">The index of the argument at the place.</param>
public sealed record EnclosingCall(TextSpan Name, int Argument)
{
    /// <summary>True inside a text, whose words mean nothing.</summary>
    public bool IsInText { get; init; }

    /// <summary>Finds the innermost call that is open at an offset; null when there is none, and in comments.</summary>
    public static EnclosingCall? Find(string kql, int offset)
    {
        var open = new Stack<(int At, int Commas)>();
        var isInText = false;
        for (var i = 0; i < offset; i++)
        {
            switch (kql[i])
            {
                case '"' or '\'': i = EndOfString(kql, i); isInText = i >= offset; break;
                case '/' when kql.AsSpan(i).StartsWith("//"): i = EndOfLine(kql, i); break;
                case '(' or '[' or '{': open.Push((i, 0)); break;
                case ')' or ']' or '}': open.TryPop(out _); break;
                case ',' when open.TryPop(out var top): open.Push((top.At, top.Commas + 1)); break;
                default: break;
            }

            if (i >= offset && !isInText)
                return null;
        }

        return open.TryPeek(out var call) && kql[call.At] == '(' && NameBefore(kql, call.At) is { Length: > 0 } name
            ? new EnclosingCall(name, call.Commas) { IsInText = isInText }
            : null;
    }

    private static TextSpan NameBefore(string kql, int bracket)
    {
        var start = bracket;
        while (start > 0 && (char.IsLetterOrDigit(kql[start - 1]) || kql[start - 1] == '_'))
            start--;
        return TextSpan.FromBounds(start, bracket);
    }

    private static int EndOfString(string kql, int start)
    {
        for (var i = start + 1; i < kql.Length; i++)
        {
            if (kql[i] == '\\')
                i++;
            else if (kql[i] == kql[start] || kql[i] == '\n')
                return i;
        }

        return kql.Length;
    }

    private static int EndOfLine(string kql, int start) =>
        kql.IndexOf('\n', start) is var end and >= 0 ? end : kql.Length;
}
