using System.Text.Json;

namespace FlowKernel.EndToEnd.Tools;

/// <summary>
/// The machine's .NET Interactive, as a Jupyter kernel, with the bridge's package in a feed of its own. Tests that need
/// it are left out where the machine has none.
/// </summary>
internal sealed class InteractiveTool : IDisposable
{
    private const string Kernel = "dotnet-interactive";
    private readonly JupyterInstallation _jupyter;
    private readonly string _version = $"0.0.1-test{Guid.NewGuid():N}";

    private InteractiveTool(JupyterInstallation jupyter) => _jupyter = jupyter;

    // This assembly lies in tests/FlowKernel.EndToEnd/bin/CONFIGURATION/net10.0.
    private static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string Project { get; } = Path.GetFullPath(
        Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "..", "src", "FlowKernel.Interactive"));

    /// <summary>A folder that goes when the test ends.</summary>
    public string Folder => _jupyter.Folder;

    private string Feed => Path.Combine(_jupyter.Folder, _version);

    /// <summary>The tool with a package of this build, or a test that is left out.</summary>
    public static async Task<InteractiveTool> FindAsync()
    {
        var jupyter = await JupyterInstallation.FindAsync();
        if (Find() is not { } program)
        {
            Assert.Skip("This machine has no dotnet-interactive on PATH or in FLOWKERNEL_DOTNET_INTERACTIVE.");
            return null!;
        }

        var tool = new InteractiveTool(jupyter);
        tool.Register(program);
        (await ProcessRun.RunAsync("dotnet", [
            "pack", Project, "--no-build", "-c", Configuration, "-o", tool.Feed, $"-p:Version={tool._version}",
        ])).Expect(0);
        return tool;
    }

    /// <summary>Runs cells after one that loads the package.</summary>
    public async Task<IReadOnlyList<CellRun>> RunCellsAsync(params string[] cells)
    {
        var load = $"#i \"nuget:{Feed}\"\n#r \"nuget: FlowKernel.Interactive, {_version}\"";
        return await _jupyter.RunCellsInAsync(Kernel, [load, .. cells]);
    }

    /// <summary>Removes the package from where it was restored to.</summary>
    public void Dispose()
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var restored = Path.Combine(packages, "flowkernel.interactive", _version);
        if (Directory.Exists(restored))
            Directory.Delete(restored, recursive: true);
    }

    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("FLOWKERNEL_DOTNET_INTERACTIVE");
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        return named ?? path.Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "dotnet-interactive")).FirstOrDefault(File.Exists);
    }

    private void Register(string program)
    {
        var folder = Path.Combine(_jupyter.Folder, "data", "kernels", Kernel);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "kernel.json"), JsonSerializer.Serialize(new
        {
            argv = new[]
            {
                program, "jupyter", "--default-kernel", "csharp", "{connection_file}", "--http-port-range", "2048-3000",
            },
            display_name = ".NET (C#)",
            language = "C#",
            env = new Dictionary<string, string> { ["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] = "1" },
        }));
    }
}
