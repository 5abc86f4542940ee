using System.Text;

namespace FlowKernel.Reference;

/// <summary>A topic as an editor shows it beside the code: Markdown, and plain text for viewers without.</summary>
public static class KqlTopicText
{
    /// <summary>What it does, its parameters, an example and related names, as Markdown.</summary>
    public static string Markdown(KqlTopic topic)
    {
        var text = new StringBuilder(Encoded(topic.Summary)).Append("\n\n");
        if (topic.Syntax.Length > 0)
            text.Append("```text\n").Append(topic.Syntax).Append("\n```\n\n");
        foreach (var parameter in topic.Parameters)
            text.Append($"- `{parameter.Name}`: {Encoded(parameter.Text)}\n");
        text.Append($"- returns: {Encoded(topic.Returns)}\n\n```kql\n{topic.Example}\n```\n");
        if (topic.Related.Count > 0)
            text.Append("\nSee also: ").AppendJoin(", ", topic.Related.Select(name => $"`{name}`")).Append('\n');
        if (topic.Link is not null)
            text.Append($"\n[Documentation]({topic.Link})\n");
        return text.ToString().TrimEnd();
    }

    /// <summary>The same as plain text.</summary>
    public static string Plain(KqlTopic topic)
    {
        var text = new StringBuilder(topic.Summary).Append("\n\n");
        if (topic.Syntax.Length > 0)
            text.Append("    ").Append(topic.Syntax).Append("\n\n");
        var width = topic.Parameters.Select(p => p.Name.Length).Append("returns".Length).Max() + 2;
        foreach (var parameter in topic.Parameters)
            text.Append("  ").Append(parameter.Name.PadRight(width)).Append(parameter.Text).Append('\n');
        text.Append("  ").Append("returns".PadRight(width)).Append(topic.Returns).Append("\n\n    ")
            .Append(topic.Example.ReplaceLineEndings("\n    ")).Append('\n');
        if (topic.Related.Count > 0)
            text.Append("\nSee also: ").AppendJoin(", ", topic.Related).Append('\n');
        if (topic.Link is not null)
            text.Append('\n').Append(topic.Link).Append('\n');
        return text.ToString().TrimEnd();
    }

    // Angle brackets and stars in sentences are no Markdown.
    private static string Encoded(string sentence) =>
        sentence.Replace("<", "\\<", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal);
}
