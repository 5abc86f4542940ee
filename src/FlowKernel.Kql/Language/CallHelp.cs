using FlowKernel.Reference;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.Kql.Language;

/// <summary>
/// What the call around a place takes: its signature with the argument there marked, what that is for, what the function
/// does.
/// </summary>
internal static class CallHelp
{
    /// <summary>The help, made of the explanation of the function's name; null where that tells no signature.</summary>
    public static QuickInfo? Of(QuickInfo function, string kql, EnclosingCall call, int offset)
    {
        var name = kql.Substring(call.Name.Start, call.Name.Length);
        var signatures = (function.Plain ?? function.Markdown).Split('\n').Select(line => line.Trim('`'))
            .Where(line => line.StartsWith(name + "(", StringComparison.OrdinalIgnoreCase))
            .ToList();
        if (signatures.Count == 0)
            return null;
        var signature = signatures.Find(s => ParametersIn(s).Count > call.Argument) ?? signatures[^1];
        var (lines, parameter) = Marked(signature, call.Argument);
        var topic = KqlReference.Find(name + "()").FirstOrDefault() ?? KqlReference.Find(name, KqlTopicKind.PlugIn);
        string[] texts = topic is null ? [] : [.. Texts(topic, parameter)];
        return new QuickInfo(
            string.Join("\n\n", texts.Select(Markdown).Prepend($"```text\n{lines}\n```")), new TextSpan(offset, 0))
        {
            Plain = string.Join("\n\n", texts.Prepend(lines)),
        };
    }

    private static (string Lines, string Parameter) Marked(string signature, int argument)
    {
        var parameters = ParametersIn(signature);
        if (parameters.Count == 0)
            return (signature, "");
        // The last one may be written again and again.
        var (start, text) = parameters[Math.Min(argument, parameters.Count - 1)];
        if (argument >= parameters.Count && !text.Contains("...", StringComparison.Ordinal))
            return (signature, "");
        return ($"{signature}\n{new string(' ', start)}{new string('^', text.Length)}", NameOf(text));
    }

    private static List<(int Start, string Text)> ParametersIn(string signature)
    {
        var at = signature.IndexOf('(', StringComparison.Ordinal) + 1;
        var end = signature.LastIndexOf(')');
        var found = new List<(int, string)>();
        foreach (var part in end > at ? TopLevel.Split(signature[at..end]) : [])
        {
            var text = part.Trim();
            found.Add((at + part.IndexOf(text, StringComparison.Ordinal), text));
            at += part.Length + 1;
        }

        return found;
    }

    private static string NameOf(string parameter) => parameter.Trim('[', ']', '.', ' ').Split(':')[0].Trim();

    private static IEnumerable<string> Texts(KqlTopic topic, string parameter)
    {
        if (topic.Parameters.FirstOrDefault(p => p.Name == parameter) is { } at)
            yield return $"{at.Name}: {at.Text}";
        yield return topic.Summary;
    }

    private static string Markdown(string sentence) =>
        sentence.Replace("<", "\\<", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
}
