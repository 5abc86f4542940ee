using System.Text;
using System.Text.RegularExpressions;

namespace FlowKernel.Reference;

/// <summary>
/// Reads a page of the reference: Markdown in which each heading of the second level is a topic, a list holds its
/// parameters and what it returns, a block of text its syntax and a block of KQL its example.
/// </summary>
internal static partial class KqlReferenceReader
{
    private const string Returns = "returns: ";
    private const string SeeAlso = "See also: ";
    private const string Refused = "Refused on local data: ";

    /// <summary>The topics of a page, in order.</summary>
    public static IEnumerable<KqlTopic> Read(string page, KqlTopicKind kind)
    {
        var parts = page.Split("\n## ");
        var family = parts[0].Trim('#', ' ', '\n');
        return parts.Skip(1).Select(part => Topic(part, kind, family));
    }

    private static KqlTopic Topic(string part, KqlTopicKind kind, string family)
    {
        var lines = part.Split('\n');
        var blocks = Blocks(lines);
        var parameters = lines.Select(line => Parameter().Match(line)).Where(m => m.Success)
            .Select(m => new KqlTopicParameter(m.Groups[1].Value, m.Groups[2].Value));
        var summary = lines.Skip(1).SkipWhile(line => line.Length == 0).TakeWhile(line => line.Length > 0);
        return new KqlTopic(
            lines[0].Trim('`'), kind, family, string.Join(' ', summary), blocks.GetValueOrDefault("kql", ""))
        {
            Syntax = blocks.GetValueOrDefault("text", ""),
            Parameters = [.. parameters],
            Returns = After(lines, "- " + Returns),
            Related = [.. After(lines, SeeAlso).Split('`').Where((_, index) => index % 2 == 1)],
            RefusedBecause = After(lines, Refused),
        };
    }

    private static string After(string[] lines, string start) =>
        lines.FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal))?[start.Length..] ?? "";

    /// <summary>The fenced blocks by their language.</summary>
    private static Dictionary<string, string> Blocks(string[] lines)
    {
        var found = new Dictionary<string, string>();
        string? language = null;
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                if (language is not null)
                    found[language] = text.ToString().TrimEnd();
                language = language is null ? line[3..] : null;
                text.Clear();
            }
            else if (language is not null)
            {
                text.Append(line).Append('\n');
            }
        }

        return found;
    }

    [GeneratedRegex("^- `(.+?)`: (.+)$")]
    private static partial Regex Parameter();
}
