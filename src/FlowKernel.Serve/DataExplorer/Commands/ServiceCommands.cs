using System.Reflection;
using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Serve.Requests;

namespace FlowKernel.Serve.DataExplorer.Commands;

/// <summary>The commands about the server itself and what it does.</summary>
internal sealed class ServiceCommands(ServedStore store)
{
    private static readonly KqlColumn[] VersionColumns =
    [
        new("BuildVersion", KqlType.String), new("BuildTime", KqlType.DateTime), new("ServiceType", KqlType.String),
        new("ProductVersion", KqlType.String), new("ServiceOffering", KqlType.String),
    ];

    private static readonly KqlColumn[] CancelColumns =
    [
        new("ClientRequestId", KqlType.String), new("ReasonPhrase", KqlType.String),
        new("RunningQueryCanceled", KqlType.Bool),
    ];

    private static string Product { get; } = typeof(ServiceCommands).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    /// <summary>The commands.</summary>
    public IEnumerable<Command> All =>
    [
        new(".show version", _ => Version()),
        new(".cancel query NAME", names => Cancel(names[0])),
    ];

    private static Outcome<KqlTable> Version() => KqlTable.FromRows(
        VersionColumns, [[Product, null, "Engine", $"FlowKernel {Product}", "{\"Type\":\"FlowKernel\"}"]]);

    private Outcome<KqlTable> Cancel(string clientRequestId)
    {
        var isFound = store.Running.Cancel(clientRequestId);
        return KqlTable.FromRows(
            CancelColumns, [[clientRequestId, isFound ? "Cancelled by a command." : "No such query runs.", isFound]]);
    }
}
