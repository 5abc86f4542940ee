namespace FlowKernel.Text;

/// <summary>Splits lists at the commas that stand in no bracket.</summary>
public static class TopLevel
{
    /// <summary>The parts of a list, as they are written.</summary>
    public static IEnumerable<string> Split(string list)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i < list.Length; i++)
        {
            depth += list[i] switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            if (list[i] != ',' || depth != 0)
                continue;
            yield return list[start..i];
            start = i + 1;
        }

        yield return list[start..];
    }
}
