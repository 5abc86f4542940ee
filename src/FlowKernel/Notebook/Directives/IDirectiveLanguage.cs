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
}
