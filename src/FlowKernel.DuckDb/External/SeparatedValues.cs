using System.Text;
using FlowKernel.Plan;

namespace FlowKernel.DuckDb.External;

/// <summary>
/// Reads records of values without names (https://learn.microsoft.com/kusto/ingestion-supported-formats): values in
/// double quotes as RFC 4180 has them, whatever parts them; lines; whole files. Empty lines are no records.
/// </summary>
internal static class SeparatedValues
{
    /// <summary>The records of a text, in order.</summary>
    public static IEnumerable<List<string>> Records(TextReader text, ExternalFormat format) => format switch
    {
        ExternalFormat.Raw => [[text.ReadToEnd()]],
        ExternalFormat.Txt => Lines(text).Where(line => line.Length > 0).Select(line => new List<string> { line }),
        ExternalFormat.Tsve => Lines(text).Where(line => line.Length > 0).Select(Escaped),
        _ => Quoted(text, Separator(format)),
    };

    private static char Separator(ExternalFormat format) => format switch
    {
        ExternalFormat.Tsv => '\t',
        ExternalFormat.Psv => '|',
        ExternalFormat.Scsv => ';',
        ExternalFormat.Sohsv => '\u0001',
        _ => ',',
    };

    private static IEnumerable<string> Lines(TextReader text)
    {
        while (text.ReadLine() is { } line)
            yield return line;
    }

    private static IEnumerable<List<string>> Quoted(TextReader text, char separator)
    {
        var (record, value) = (new List<string>(), new StringBuilder());
        var isEmpty = true;
        for (int next; (next = text.Read()) >= 0;)
        {
            var c = (char)next;
            if (c == separator)
            {
                Take(record, value);
                isEmpty = false;
            }
            else if (c is '\n' or '\r')
            {
                if (!isEmpty)
                {
                    Take(record, value);
                    yield return record;
                    record = [];
                }

                isEmpty = true;
            }
            else
            {
                if (c == '"' && value.Length == 0)
                    ReadQuoted(text, value);
                else
                    value.Append(c);
                isEmpty = false;
            }
        }

        if (isEmpty)
            yield break;
        Take(record, value);
        yield return record;
    }

    /// <summary>Reads up to the closing quote; two quotes stand for one.</summary>
    private static void ReadQuoted(TextReader text, StringBuilder value)
    {
        for (int next; (next = text.Read()) >= 0;)
        {
            if (next != '"')
                value.Append((char)next);
            else if (text.Peek() == '"')
                value.Append((char)text.Read());
            else
                return;
        }
    }

    private static void Take(List<string> record, StringBuilder value)
    {
        record.Add(value.ToString());
        value.Clear();
    }

    private static List<string> Escaped(string line)
    {
        var (record, value) = (new List<string>(), new StringBuilder());
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\t')
                Take(record, value);
            else if (line[i] == '\\' && i + 1 < line.Length)
                value.Append(line[++i] switch { 't' => '\t', 'n' => '\n', 'r' => '\r', var other => other });
            else
                value.Append(line[i]);
        }

        Take(record, value);
        return record;
    }
}
