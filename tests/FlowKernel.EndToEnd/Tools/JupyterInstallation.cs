using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowKernel.EndToEnd.Tools;

/// <summary>
/// The machine's Jupyter with the kernel installed into a folder of its own. Tests that need it are left out where the
/// machine has no Jupyter, unless FLOWKERNEL_REQUIRE_JUPYTER says that it must.
/// </summary>
internal sealed class JupyterInstallation
{
    private const string Python = "/usr/bin/python3";
    private static readonly Lazy<Task<JupyterInstallation>> Shared = new(InstallAsync);

    private JupyterInstallation(string folder) => Folder = folder;

    public string Folder { get; }

    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["JUPYTER_DATA_DIR"] = Path.Combine(Folder, "data"),
        ["JUPYTER_CONFIG_DIR"] = Path.Combine(Folder, "config"),
        ["JUPYTER_RUNTIME_DIR"] = Path.Combine(Folder, "runtime"),
        ["IPYTHONDIR"] = Path.Combine(Folder, "ipython"),
    };

    /// <summary>Jupyter, or a test that is left out.</summary>
    public static async Task<JupyterInstallation> FindAsync()
    {
        if (!File.Exists("/usr/bin/jupyter-nbconvert")
            && System.Environment.GetEnvironmentVariable("FLOWKERNEL_REQUIRE_JUPYTER") is null)
        {
            Assert.Skip("This machine has no Jupyter.");
        }

        return await Shared.Value;
    }

    /// <summary>
    /// Runs cells in one kernel through jupyter_client; gives each cell's reply and the messages it caused.
    /// </summary>
    public Task<IReadOnlyList<CellRun>> RunCellsAsync(params string[] cells) => RunCellsInAsync("flowkernel", cells);

    /// <summary>The same in a kernel of another name.</summary>
    public async Task<IReadOnlyList<CellRun>> RunCellsInAsync(string kernel, IReadOnlyList<string> cells)
    {
        var end = await RunScriptAsync("run_cells.py", JsonSerializer.Serialize(cells), kernel);
        // A kernel may write to the same output.
        var json = end.Output.Split('\n').Last(line => line.StartsWith("[{", StringComparison.Ordinal));
        return [.. JsonNode.Parse(json)!.AsArray().Select(run => new CellRun(run!))];
    }

    /// <summary>Runs one of the Python scripts beside the tests.</summary>
    public async Task<ProcessEnd> RunScriptAsync(string script, string? input = null, params string[] arguments)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Python", script);
        return (await ProcessRun.RunAsync(Python, [path, .. arguments], input, Environment, Folder)).Expect(0);
    }

    /// <summary>Whether the machine's Python has a module.</summary>
    public async Task<bool> CanImportAsync(string module) =>
        (await ProcessRun.RunAsync(Python, ["-c", $"import {module}"], null, Environment, Folder)).ExitCode == 0;

    /// <summary>Runs the tests of one of the Python modules beside these; gives their report.</summary>
    public async Task<string> RunUnitTestsAsync(string module) => (await ProcessRun.RunAsync(
        Python,
        ["-B", "-m", "unittest", "-v", module],
        null,
        Environment,
        Path.Combine(AppContext.BaseDirectory, "Python"),
        seconds: 900)).Expect(0).Errors;

    /// <summary>Runs a Jupyter program, such as nbconvert.</summary>
    public Task<ProcessEnd> RunProgramAsync(string program, params string[] arguments) =>
        ProcessRun.RunAsync(Python, [$"/usr/bin/{program}", .. arguments], null, Environment, Folder);

    private static async Task<JupyterInstallation> InstallAsync()
    {
        var jupyter = new JupyterInstallation(Directory.CreateTempSubdirectory("flowkernel-jupyter-").FullName);
        (await ProcessRun.RunAsync(
            "dotnet", [Tool.Assembly, "kernel", "install", "--user"], null, jupyter.Environment)).Expect(0);
        return jupyter;
    }
}
