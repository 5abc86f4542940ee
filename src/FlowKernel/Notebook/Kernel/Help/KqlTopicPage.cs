using FlowKernel.Reference;
using FlowKernel.Session;

namespace FlowKernel.Notebook.Kernel.Help;

/// <summary>All there is to know of a name of KQL.</summary>
internal sealed class KqlTopicPage(NotebookParts parts)
{
    private static readonly Dictionary<KqlTopicKind, string> Before = new()
    {
        [KqlTopicKind.Function] = "print ",
        [KqlTopicKind.Aggregate] = "print X = 1 | summarize ",
        [KqlTopicKind.PlugIn] = "print X = 1 | evaluate ",
    };

    /// <summary>The pages of the topics that a name stands for, as one; null where there is none.</summary>
    public async Task<HelpPage?> FindAsync(string name, QueryScope scope, CancellationToken cancellation)
    {
        HelpPage? all = null;
        foreach (var topic in KqlReference.Find(name))
        {
            var page = await PageAsync(topic, name, scope, cancellation);
            all = all is null ? page : all.And(page);
        }

        return all;
    }

    private async Task<HelpPage> PageAsync(
        KqlTopic topic, string asked, QueryScope scope, CancellationToken cancellation)
    {
        var page = new HelpPage(topic.Title);
        if (KqlReference.Older.ContainsKey(asked) && asked != topic.Name)
            page.Say($"`{asked}` is an older name of `{topic.Name}`.");
        page.Say(topic.Summary).Show(await SyntaxAsync(topic, scope, cancellation), "text")
            .List([.. topic.Parameters.Select(p => (p.Name, p.Text)), ("returns", topic.Returns)])
            .Show(topic.Example);
        if (parts.LocalSupport is { } support)
            page.Say((await support.OfAsync(topic, cancellation)).Sentence);
        return page.SeeAlso(topic.Related).Link(topic.Link);
    }

    // The binder tells a function from any other name only where one stands; an aggregate stands in summarize alone.
    private async Task<string> SyntaxAsync(KqlTopic topic, QueryScope scope, CancellationToken cancellation)
    {
        if (!Before.TryGetValue(topic.Kind, out var before))
            return topic.Syntax;
        var kql = $"{before}{topic.Name}()";
        var info = await parts.Session.Language.ExplainAsync(kql, before.Length + 1, scope, cancellation);
        return string.Join('\n', (info?.Plain ?? info?.Markdown ?? "").Split('\n').Select(line => line.Trim('`'))
            .Where(line => line.StartsWith(topic.Name + "(", StringComparison.Ordinal)));
    }
}
