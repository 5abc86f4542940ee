using System.Text.Json.Nodes;
using FlowKernel.Jupyter.KernelSpec;

namespace FlowKernel.Jupyter.Tests.KernelSpec;

public sealed class KernelSpecInstallerTests : IDisposable
{
    private static readonly KernelCommand Command = new(
        ["/tools/flowkernel", "kernel", "start", "--connection-file", "{connection_file}"],
        new Dictionary<string, string> { ["DOTNET_ROOT"] = "/opt/dotnet" });

    private readonly string _folder = Directory.CreateTempSubdirectory("flowkernel-spec").FullName;
    private readonly KernelSpecInstaller _installer;

    public KernelSpecInstallerTests() =>
        _installer = new KernelSpecInstaller(new JupyterDirectories(User, [User]));

    private string User => Path.Combine(_folder, "user");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void TheSpecSaysHowToStartTheKernel()
    {
        var folder = _installer.Install(prefix: null, Command).OrThrow();

        var spec = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "kernel.json")))!;
        Assert.Equal(Command.Arguments, spec["argv"]!.AsArray().Select(argument => (string?)argument));
        Assert.Equal("FlowKernel (C#, KQL)", (string?)spec["display_name"]);
        Assert.Equal("C#", (string?)spec["language"]);
        Assert.Equal("message", (string?)spec["interrupt_mode"]);
        Assert.Equal("5.5", (string?)spec["kernel_protocol_version"]);
        Assert.Equal("/opt/dotnet", (string?)spec["env"]!["DOTNET_ROOT"]);
    }

    [Fact]
    public void LogosLieBesideTheSpec()
    {
        var folder = _installer.Install(prefix: null, Command).OrThrow();

        Assert.Equal(
            ["kernel.json", "logo-32x32.png", "logo-64x64.png", "logo-svg.svg"],
            Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        byte[] signature = [0x89, (byte)'P', (byte)'N', (byte)'G'];
        Assert.Equal(signature, File.ReadAllBytes(Path.Combine(folder, "logo-32x32.png"))[..4]);
    }

    [Fact]
    public void APrefixIsTheRootOfAnInstallation() => Assert.Equal(
        Path.Combine(_folder, "venv", "share", "jupyter", "kernels", "flowkernel"),
        _installer.Install(Path.Combine(_folder, "venv"), Command).Value);

    [Fact]
    public void InstallingAgainReplacesTheSpec()
    {
        _installer.Install(prefix: null, Command);
        var folder = _installer.Install(prefix: null, Command with { Arguments = ["x"] }).OrThrow();

        Assert.Equal(["x"], KernelSpecFile.Read(Path.Combine(folder, "kernel.json"))!.Arguments);
        Assert.Equal([folder], _installer.Find());
    }

    [Fact]
    public void UninstallingLeavesNothing()
    {
        var folder = _installer.Install(prefix: null, Command).OrThrow();

        Assert.Equal(folder, _installer.Uninstall(prefix: null).Value);
        Assert.False(Directory.Exists(folder));
        Assert.Empty(_installer.Find());
    }

    [Fact]
    public void UninstallingWhatIsNotThereIsSaid()
    {
        var error = Assert.Single(_installer.Uninstall(prefix: null).Diagnostics);

        Assert.Equal("FK0812", error.Code);
        Assert.Equal(
            $"There is no kernel spec in '{Path.Combine(User, "kernels", "flowkernel")}'.", error.Message);
    }

    [Fact]
    public void AFolderThatCannotBeWrittenIsSaid()
    {
        File.WriteAllText(User, "a file in the way");

        var error = Assert.Single(_installer.Install(prefix: null, Command).Diagnostics);

        Assert.Equal("FK0811", error.Code);
        Assert.StartsWith($"The kernel spec cannot be written to '{User}", error.Message, StringComparison.Ordinal);
    }
}
