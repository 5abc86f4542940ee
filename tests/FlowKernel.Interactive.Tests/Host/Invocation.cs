using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

public class KernelInvocationContext
{
    public static KernelInvocationContext? Current { get; internal set; }

    public required Kernel HandlingKernel { get; init; }

    public CancellationToken CancellationToken { get; init; }

    internal List<KernelEvent> Events { get; } = [];

    internal string? Failure { get; private set; }

    public void Publish(KernelEvent @event)
    {
        lock (Events)
            Events.Add(@event);
    }

    public void Fail(KernelCommand command, Exception? exception = null, string? message = null) => Failure = message;
}

public class DisplayedValue;

public static class KernelInvocationContextExtensions
{
    public static DisplayedValue Display(
        this KernelInvocationContext context, object value, params string[] mimeTypes)
    {
        var forms = mimeTypes.Select(mime => new FormattedValue(mime, $"{value}")).ToList();
        context.Publish(new DisplayedValueProduced(value, new SubmitCode(""), forms));
        return new DisplayedValue();
    }
}
