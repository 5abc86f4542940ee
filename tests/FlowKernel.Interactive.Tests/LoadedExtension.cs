using System.Reflection;
using FlowKernel.Hosting;
using FlowKernel.Session;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace FlowKernel.Interactive.Tests;

/// <summary>extension.dib, compiled and run as the host does it, in a host that is declared by hand.</summary>
public sealed class LoadedExtension : IAsyncLifetime
{
    private const string Mark = "#!csharp";

    public CompositeKernel Root { get; } = new();

    /// <summary>The host's own C#.</summary>
    public CSharpKernel CSharp { get; } = new();

    /// <summary>The KQL kernel that the extension added.</summary>
    public Kernel Kql => Root.FindKernelByName("flowkql")!;

    /// <summary>What the extension said while it was loaded.</summary>
    public KernelInvocationContext Loading { get; private set; } = null!;

    /// <summary>The variables that stay in the user's session.</summary>
    public IReadOnlyList<ScriptVariable> Variables { get; private set; } = [];

    /// <summary>The C# blocks of the file.</summary>
    public static IReadOnlyList<string> Blocks { get; } =
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "extension.dib"))
            .Split(Mark, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What the extension needs besides its host.</summary>
    public static IReadOnlyList<Assembly> OwnAssemblies { get; } =
    [
        typeof(object).Assembly, typeof(Enumerable).Assembly, typeof(FlowBridge).Assembly, typeof(Flow).Assembly,
        typeof(Microsoft.CodeAnalysis.DiagnosticSeverity).Assembly,
    ];

    /// <summary>The blocks as one script, each following the one before.</summary>
    public static Script Compile() => Blocks.Skip(1).Aggregate(
        (Script)CSharpScript.Create(
            Blocks[0], ScriptOptions.Default.WithReferences([typeof(Kernel).Assembly, .. OwnAssemblies])),
        (script, block) => script.ContinueWith(block));

    public async ValueTask InitializeAsync()
    {
        FlowBridge.Composition = variables => GuestNotebook.Compose(variables, []);
        Root.Add(CSharp);
        Loading = KernelInvocationContext.Current = new KernelInvocationContext { HandlingKernel = Root };
        var state = await Compile().RunAsync(cancellationToken: TestContext.Current.CancellationToken);
        Variables = [.. state.Variables];
    }

    public ValueTask DisposeAsync()
    {
        Root.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs a directive line of a cell.</summary>
    public async Task<KernelInvocationContext> DirectAsync(string line, string handler, KernelCommand cell)
    {
        var context = Context();
        await Root.Handlers[handler](new LineCommand(line) { Parent = cell }, context);
        return context;
    }

    /// <summary>Sends the KQL kernel a command.</summary>
    public async Task<KernelInvocationContext> SendAsync<T>(T command)
        where T : KernelCommand
    {
        var context = Context();
        await ((IKernelCommandHandler<T>)Kql).HandleAsync(command, context);
        return context;
    }

    /// <summary>The one event of a type that a command published.</summary>
    public async Task<TEvent> SendAsync<T, TEvent>(T command)
        where T : KernelCommand
        where TEvent : KernelEvent => Assert.IsType<TEvent>(Assert.Single((await SendAsync(command)).Events));

    /// <summary>Sends the C# kernel code, through what the extension put before it.</summary>
    public async Task<(KernelInvocationContext Context, bool IsCSharp)> SubmitCSharpAsync(SubmitCode code)
    {
        var (context, isCSharp) = (Context(), false);
        await Root.FindKernelByName("csharp")!.Middleware!(code, context, (_, _) =>
        {
            isCSharp = true;
            return Task.CompletedTask;
        });
        return (context, isCSharp);
    }

    /// <summary>Asks the C# kernel about a part of a cell, as editors do, through what the extension put before it.</summary>
    public async Task<(KernelInvocationContext Context, bool IsCSharp)> AskCSharpAsync<T>(T command, T cell)
        where T : KernelCommand
    {
        command.Parent = cell;
        var (context, isCSharp) = (Context(), false);
        await CSharp.Middleware!(command, context, (_, _) =>
        {
            isCSharp = true;
            return Task.CompletedTask;
        });
        return (context, isCSharp);
    }

    private KernelInvocationContext Context() => new()
    {
        HandlingKernel = Root,
        CancellationToken = TestContext.Current.CancellationToken,
    };

}
