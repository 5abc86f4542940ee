namespace FlowKernel.Jupyter.KernelSpec;

/// <summary>The command line that starts the kernel.</summary>
/// <param name="Arguments">The program and its arguments; one holds <see cref="ConnectionFilePlace"/>.</param>
/// <param name="Variables">Environment variables that it needs.</param>
public sealed record KernelCommand(IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Variables)
{
    /// <summary>What Jupyter replaces by the path of the connection file.</summary>
    public const string ConnectionFilePlace = "{connection_file}";

    /// <summary>The command that starts this program again, as a kernel.</summary>
    public static KernelCommand Current() => Of(
        Environment.ProcessPath ?? "dotnet", Environment.GetCommandLineArgs()[0], UserEnvironment.Current);

    /// <summary>
    /// The command for a program that runs in <paramref name="process"/>: the .NET host needs to be given the
    /// <paramref name="assembly"/>, while a tool's own executable does not. A .NET that was found through
    /// <c>DOTNET_ROOT</c> must be found again by front ends that do not have that variable.
    /// </summary>
    public static KernelCommand Of(string process, string assembly, UserEnvironment environment)
    {
        var isHost = Path.GetFileNameWithoutExtension(process) == "dotnet";
        string[] program = isHost ? [process, Path.GetFullPath(assembly)] : [process];
        var root = environment.Variable("DOTNET_ROOT");
        return new KernelCommand(
            [.. program, "kernel", "start", "--connection-file", ConnectionFilePlace],
            root is null ? new Dictionary<string, string>() : new() { ["DOTNET_ROOT"] = root });
    }
}
