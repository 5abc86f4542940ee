using System.Text;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>
/// Command lines taken apart as Windows does
/// (https://learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-commandlinetoargvw).
/// </summary>
internal static class CommandLines
{
    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Json<string>("kql_parse_command_line",
            line => line.Length == 0 ? null : JsonText.ArrayOfTexts(Split(line).Select(JsonText.Quote))),
    ];

    private static List<string> Split(string line)
    {
        List<string> parts = [];
        var at = 0;
        if (line[0] is not (' ' or '\t'))
            parts.Add(Program(line, ref at));
        while (SkipBlanks(line, ref at))
            parts.Add(Argument(line, ref at));
        return parts;
    }

    private static bool SkipBlanks(string line, ref int at)
    {
        while (at < line.Length && line[at] is ' ' or '\t')
            at++;
        return at < line.Length;
    }

    /// <summary>The first part knows quotes and no backslashes.</summary>
    private static string Program(string line, ref int at)
    {
        var end = line[0] == '"' ? line.IndexOf('"', 1) : line.IndexOfAny([' ', '\t']);
        var program = line[(line[0] == '"' ? 1 : 0)..(end < 0 ? line.Length : end)];
        at = end < 0 ? line.Length : end + 1;
        return program;
    }

    /// <summary>Backslashes escape only before a quote; two quotes inside quotes are one.</summary>
    private static string Argument(string line, ref int at)
    {
        var text = new StringBuilder();
        var quoted = false;
        while (at < line.Length && (quoted || line[at] is not (' ' or '\t')))
        {
            var slashes = 0;
            for (; at < line.Length && line[at] == '\\'; at++)
                slashes++;
            var beforeQuote = at < line.Length && line[at] == '"';
            text.Append('\\', beforeQuote ? slashes / 2 : slashes);
            if (beforeQuote && slashes % 2 == 1)
                text.Append(line[at++]);
            else if (beforeQuote)
                Quote(line, ref at, ref quoted, text);
            else if (slashes == 0)
                text.Append(line[at++]);
        }

        return text.ToString();
    }

    private static void Quote(string line, ref int at, ref bool quoted, StringBuilder text)
    {
        at++;
        if (quoted && at < line.Length && line[at] == '"')
            text.Append(line[at++]);
        else
            quoted = !quoted;
    }
}
