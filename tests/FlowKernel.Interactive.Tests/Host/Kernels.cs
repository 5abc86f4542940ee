using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Directives;

// What the bridge uses of Microsoft.DotNet.Interactive 1.0.0-beta.26120.1, declared by hand and working as far as the
// tests need it. The real one is tried in FlowKernel.EndToEnd.
namespace Microsoft.DotNet.Interactive;

public delegate Task KernelCommandInvocation(KernelCommand command, KernelInvocationContext context);

public delegate Task KernelPipelineContinuation(KernelCommand command, KernelInvocationContext context);

public delegate Task KernelCommandPipelineMiddleware(
    KernelCommand command, KernelInvocationContext context, KernelPipelineContinuation next);

public interface IKernelCommandHandler<in T>
    where T : KernelCommand
{
    Task HandleAsync(T command, KernelInvocationContext context);
}

public class KernelInfo
{
    public string? LanguageName { get; set; }

    public string? DisplayName { get; set; }

    public string? Description { get; set; }

    public ICollection<KernelDirective> SupportedDirectives { get; } = [];
}

public abstract class Kernel(string name)
{
    private readonly List<IDisposable> _owned = [];

    public string Name => name;

    public KernelInfo KernelInfo { get; } = new();

    public Kernel? RootKernel { get; internal set; }

    public virtual KernelSpecifierDirective KernelSpecifierDirective => new($"#!{name}", name);

    internal Dictionary<string, KernelCommandInvocation> Handlers { get; } = [];

    internal KernelCommandPipelineMiddleware? Middleware { get; private set; }

    public void AddDirective(KernelActionDirective directive, KernelCommandInvocation handler)
    {
        KernelInfo.SupportedDirectives.Add(directive);
        Handlers[directive.Parent is { } parent ? $"{parent.Name} {directive.Name}" : directive.Name] = handler;
    }

    public void AddMiddleware(KernelCommandPipelineMiddleware middleware, string? caller = null) =>
        Middleware = middleware;

    public void RegisterForDisposal(IDisposable disposable) => _owned.Add(disposable);

    internal void Dispose() => _owned.ForEach(d => d.Dispose());

    protected delegate Task SetValueAsyncDelegate(string name, object? value, Type? declaredType = null);

    protected Task SetValueAsync(
        SendValue command, KernelInvocationContext context, SetValueAsyncDelegate onSetValueAsync) =>
        onSetValueAsync(command.Name, command.Value);
}

public sealed class CompositeKernel : Kernel
{
    public CompositeKernel()
        : base(".NET") => RootKernel = this;

    internal List<Kernel> Children { get; } = [];

    public void Add(Kernel kernel, IEnumerable<string>? aliases = null)
    {
        kernel.RootKernel = this;
        KernelInfo.SupportedDirectives.Add(kernel.KernelSpecifierDirective);
        Children.Add(kernel);
    }
}

public static class KernelExtensions
{
    public static Kernel? FindKernelByName(this Kernel kernel, string name) =>
        ((CompositeKernel)kernel.RootKernel!).Children.Find(child => child.Name == name);

    public static T UseValueSharing<T>(this T kernel)
        where T : Kernel => kernel;
}
