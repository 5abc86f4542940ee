using FlowKernel.Diagnostics;
using FlowKernel.Session;

namespace FlowKernel.Notebook.Directives;

/// <summary>The language of <c>#!flowlogs</c> lines.</summary>
public interface IDirectiveLanguage
{
    /// <summary>What a line asks for; diagnostics have offsets into the line.</summary>
    Outcome<Directive> Parse(string line);

    /// <summary>What could stand at an offset of the line.</summary>
    CompletionList Complete(string line, int offset);

    /// <summary>
    /// The help of a directive (<c>connect local</c>, empty for all of <c>#!flowlogs</c>) or of an option, with its
    /// dashes or without; null where there is neither.
    /// </summary>
    DirectiveHelp? Explain(string name);

    /// <summary>The directives and the options that can be asked about, each with what it does.</summary>
    IReadOnlyList<DirectiveUse> Names { get; }

    /// <summary>What help can be asked on for the word at an offset of a line; null where there is none.</summary>
    DirectiveTopic? TopicAt(string line, int offset);
}
