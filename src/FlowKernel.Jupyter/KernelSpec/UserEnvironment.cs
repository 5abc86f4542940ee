namespace FlowKernel.Jupyter.KernelSpec;

/// <summary>What the folders of Jupyter depend on: the system, the user's home and environment variables.</summary>
/// <param name="Platform">The operating system.</param>
/// <param name="Home">The user's home folder.</param>
/// <param name="Read">Gives a variable's value, or null.</param>
public sealed record UserEnvironment(Platform Platform, string Home, Func<string, string?> Read)
{
    /// <summary>The environment of this process.</summary>
    public static UserEnvironment Current { get; } = new(
        OperatingSystem.IsWindows() ? Platform.Windows : OperatingSystem.IsMacOS() ? Platform.MacOS : Platform.Linux,
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
        Environment.GetEnvironmentVariable);

    /// <summary>A variable's value; null when it is not set or empty.</summary>
    internal string? Variable(string name) => Read(name) is { Length: > 0 } value ? value : null;

    /// <summary>The folders that a variable lists.</summary>
    internal IEnumerable<string> Folders(string name) =>
        (Variable(name) ?? "").Split(Platform == Platform.Windows ? ';' : ':', StringSplitOptions.RemoveEmptyEntries);
}
