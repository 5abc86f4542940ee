using FlowKernel.Jupyter.Execution;
using FlowKernel.Jupyter.Messages;
using FlowKernel.Jupyter.Wire;

namespace FlowKernel.Jupyter.Handlers;

/// <summary>Says whether a text can run, for consoles that run it on Enter.</summary>
internal sealed class IsCompleteHandler(HostSession session) : IMessageHandler
{
    public string Type => "is_complete_request";

    public async Task<IMessageContent?> HandleAsync(Request request, CancellationToken cancellation)
    {
        var code = request.Message.Content.Text("code") ?? "";
        var kernel = await session.Kernel.WaitAsync(cancellation);
        return new IsCompleteReply(await kernel.CompletenessAsync(code, cancellation), IndentAfter(code));
    }

    /// <summary>The last line's indent, one step deeper after an open bracket.</summary>
    private static string IndentAfter(string code)
    {
        var line = code[(code.LastIndexOf('\n') + 1)..];
        var indent = line[..^line.TrimStart(' ', '\t').Length];
        return line.TrimEnd() is [.., '{' or '(' or '['] ? indent + "    " : indent;
    }
}
