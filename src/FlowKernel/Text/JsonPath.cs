using System.Globalization;
using System.Text;

namespace FlowKernel.Text;

/// <summary>
/// Reads paths into JSON (https://learn.microsoft.com/kusto/query/jsonpath): <c>$.a.b</c>, <c>$['a b']</c>,
/// <c>$.a[0]</c>.
/// </summary>
public static class JsonPath
{
    /// <summary>True for a text that begins as a path below the root does.</summary>
    public static bool Is(string text) => text is ['$', '.' or '[', ..];

    /// <summary>The steps after the <c>$</c>: names, and indexes as int.</summary>
    /// <exception cref="FormatException">It is no path.</exception>
    public static IReadOnlyList<object> Parse(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var steps = new List<object>();
        for (var at = 1; at < path.Length;)
        {
            if (path[at] == '.')
                at++;
            steps.Add(at < path.Length && path[at] == '[' ? Bracket(path, ref at) : Name(path, ref at));
        }

        return steps;
    }

    private static string Name(string path, ref int at)
    {
        var start = at;
        while (at < path.Length && path[at] is not ('.' or '['))
            at++;
        return at > start && path[start..at] != "*" ? path[start..at] : throw Bad(path);
    }

    private static object Bracket(string path, ref int at)
    {
        // Mappings inside other texts have their quotes escaped once more.
        var open = at + 1 < path.Length && path[at + 1] == '\\' ? at + 2 : at + 1;
        if (open < path.Length && path[open] is '\'' or '"')
            return Quoted(path, ref at, open);
        var close = path.IndexOf(']', at);
        if (close < 0 || !int.TryParse(path.AsSpan(open, close - open), CultureInfo.InvariantCulture, out var index))
            throw Bad(path);
        at = close + 1;
        return index;
    }

    private static string Quoted(string path, ref int at, int open)
    {
        var name = new StringBuilder();
        for (var i = open + 1; i < path.Length; i++)
        {
            if (path[i] == '\\' && i + 1 < path.Length && path[i + 1] != path[open])
                name.Append(path[++i]);
            else if (path[i] == path[open] && path.AsSpan(i + 1).StartsWith("]"))
            {
                at = i + 2;
                return name.ToString();
            }
            else if (path[i] != '\\')
                name.Append(path[i]);
        }

        throw Bad(path);
    }

    private static FormatException Bad(string path) => new($"'{path}' is no path such as $.a.b or $['a b'][0].");
}
