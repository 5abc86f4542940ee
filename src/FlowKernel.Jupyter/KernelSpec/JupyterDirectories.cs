namespace FlowKernel.Jupyter.KernelSpec;

/// <summary>
/// The data folders in which Jupyter looks for kernels, in its order (Jupyter documentation, "Common Directories and
/// File Locations"). The folders of Python environments are known for the active one only.
/// </summary>
/// <param name="User">The user's own data folder.</param>
/// <param name="Searched">All data folders, the first that has a kernel wins.</param>
public sealed record JupyterDirectories(string User, IReadOnlyList<string> Searched)
{
    private static readonly string[] EnvironmentVariables = ["VIRTUAL_ENV", "CONDA_PREFIX"];

    /// <summary>The folders that an environment leads to.</summary>
    public static JupyterDirectories Of(UserEnvironment environment)
    {
        var user = environment.Variable("JUPYTER_DATA_DIR") ?? DefaultUser(environment);
        string[] searched =
        [
            .. environment.Folders("JUPYTER_PATH"),
            user,
            .. EnvironmentVariables.Select(environment.Variable).OfType<string>().Select(UnderPrefix),
            .. Shared(environment),
        ];
        return new JupyterDirectories(user, [.. searched.Distinct()]);
    }

    /// <summary>The data folder of an installation prefix, such as a virtual environment.</summary>
    public static string UnderPrefix(string prefix) => Path.Combine(prefix, "share", "jupyter");

    /// <summary>Where a kernel of that name lies in a data folder.</summary>
    public static string KernelFolder(string data, string name) => Path.Combine(data, "kernels", name);

    private static string DefaultUser(UserEnvironment environment) => environment.Platform switch
    {
        Platform.Windows => Path.Combine(
            environment.Variable("APPDATA") ?? Path.Combine(environment.Home, "AppData", "Roaming"), "jupyter"),
        Platform.MacOS => Path.Combine(environment.Home, "Library", "Jupyter"),
        _ => Path.Combine(
            environment.Variable("XDG_DATA_HOME") ?? Path.Combine(environment.Home, ".local", "share"), "jupyter"),
    };

    private static IEnumerable<string> Shared(UserEnvironment environment) =>
        environment.Platform == Platform.Windows
            ? environment.Variable("PROGRAMDATA") is { } programData ? [Path.Combine(programData, "jupyter")] : []
            : ["/usr/local/share/jupyter", "/usr/share/jupyter"];
}
