using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Directives;
using FlowKernel.Session;

namespace FlowKernel.Checking;

/// <summary>
/// The language of <c>#!flowlogs</c> lines, of which only those are done that a check needs; all others are checked and
/// come to nothing, so that no file is written and nothing is imported.
/// </summary>
internal sealed class HarmlessDirectives(IDirectiveLanguage language) : IDirectiveLanguage
{
    private static readonly Directive Nothing = new HelpDirective(new DirectiveHelp("", [], []));

    public Outcome<Directive> Parse(string line)
    {
        var parsed = language.Parse(line);
        return parsed.Value is null or QueryDirective or RecipeDirective or ConnectDirective or SchemaDirective
                or HelpDirective
            ? parsed
            : new Outcome<Directive>(Nothing, parsed.Diagnostics);
    }

    public CompletionList Complete(string line, int offset) => language.Complete(line, offset);

    public DirectiveHelp? Explain(string name) => language.Explain(name);

    public IReadOnlyList<DirectiveUse> Names => language.Names;

    public DirectiveTopic? TopicAt(string line, int offset) => language.TopicAt(line, offset);
}
