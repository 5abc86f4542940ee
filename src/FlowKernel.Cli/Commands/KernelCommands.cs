using System.CommandLine;
using FlowKernel.Cli.Composition;
using FlowKernel.Cli.Output;
using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.External;
using FlowKernel.Hosting;
using FlowKernel.Jupyter;
using FlowKernel.Jupyter.KernelSpec;

namespace FlowKernel.Cli.Commands;

/// <summary><c>flowkernel kernel</c>: install, remove, examine and start the Jupyter kernel.</summary>
internal static class KernelCommands
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(2);

    private static readonly Option<bool> User = new("--user") { Description = "For your user only; the default." };

    private static readonly Option<DirectoryInfo?> Prefix = new("--prefix")
    {
        Description = "Below this folder, as share/jupyter/kernels/flowkernel.",
        HelpName = "DIR",
    };

    private static readonly Option<FileInfo> ConnectionFile = new("--connection-file")
    {
        Description = "The file in which Jupyter says where to listen.",
        Required = true,
        HelpName = "FILE",
    };

    public static Command Create()
    {
        var install = new Command("install", "Make the kernel appear in Jupyter and VS Code.") { User, Prefix, ConnectionOptions.AllowData };
        install.SetAction((line, cancellation) => InstallAsync(
            line.GetValue(Prefix), ConnectionOptions.AllowedData(line), cancellation));
        var uninstall = new Command("uninstall", "Remove the kernel from Jupyter and VS Code.") { User, Prefix };
        uninstall.SetAction(line => Tell(
            Installer().Uninstall(line.GetValue(Prefix)?.FullName), folder => $"Removed: {folder}"));
        var doctor = new Command("doctor", "Find out why the kernel does not appear or does not start.");
        doctor.SetAction((_, cancellation) => ExamineAsync(cancellation));
        var start = new Command("start", "Start the kernel; Jupyter does this.") { ConnectionFile, ConnectionOptions.AllowData };
        start.SetAction((line, cancellation) => StartAsync(
            line.GetValue(ConnectionFile)!, ConnectionOptions.AllowedData(line), cancellation));
        return new Command("kernel", "The Jupyter kernel.") { install, uninstall, doctor, start };
    }

    private static async Task<int> InstallAsync(
        DirectoryInfo? prefix, string[] allowedData, CancellationToken cancellation)
    {
        var places = DataPlaces.Parse(allowedData);
        if (!places.Succeeded)
            return Terminal.Fail(places.Diagnostics);
        var exitCode = Tell(
            Installer().Install(prefix?.FullName, Command(allowedData)),
            folder => $"Installed: {folder}\n"
                + "Choose 'FlowKernel (C#, KQL)' in Jupyter, or as a Jupyter kernel in VS Code.");
        if (exitCode != 0)
            return exitCode;
        await using var handle = NotebookFactory.Create();
        await handle.PrepareAsync(cancellation);
        await MakeSampleAsync(cancellation);
        return 0;
    }

    // So that the first query of the first notebook need not. The kernel is installed, whatever comes of it.
    private static async Task MakeSampleAsync(CancellationToken cancellation)
    {
        try
        {
            Terminal.Tell((await SampleCache.OpenAsync(Terminal.Work, cancellation)).Diagnostics);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Terminal.Note($"The sample is made by the first notebook that asks for it, not now: {refused.Message}");
        }
    }

    // The spec's own places stand beside those of the environment in which Jupyter starts the kernel.
    private static KernelCommand Command(string[] allowedData)
    {
        var command = KernelCommand.Current();
        return command with
        {
            Arguments =
            [
                .. command.Arguments,
                .. allowedData.SelectMany(p => new[] { "--allow-data", p.Contains("://") ? p : Path.GetFullPath(p) }),
            ],
        };
    }

    private static KernelSpecInstaller Installer() => new(JupyterDirectories.Of(UserEnvironment.Current));

    private static int Tell(Outcome<string> outcome, Func<string, string> success)
    {
        if (!outcome.Succeeded)
            return Terminal.Fail(outcome.Diagnostics);
        Terminal.Out.WriteLine(success(outcome.Value));
        return 0;
    }

    private static async Task<int> ExamineAsync(CancellationToken cancellation)
    {
        var doctor = new KernelDoctor(
            JupyterDirectories.Of(UserEnvironment.Current), UserEnvironment.Current, new JupyterHostOptions().RunFolder);
        var findings = await doctor.ExamineAsync(StartLimit, cancellation);
        foreach (var finding in findings)
        {
            Terminal.Out.WriteLine($"{(finding.IsGood ? "ok   " : "WRONG")} {finding.Subject}: {finding.Text}");
            if (finding.Hint is { } hint)
                Terminal.Out.WriteLine($"      {hint}");
        }

        return findings.All(f => f.IsGood) ? 0 : 1;
    }

    private static async Task<int> StartAsync(
        FileInfo connectionFile, string[] allowedData, CancellationToken cancellation)
    {
        var places = Workbench.OfEnvironment().And(DataPlaces.ThatExist(allowedData));
        // Taken before cells redirect the console: what goes wrong unseen shows where Jupyter was started.
        Action<string> log = Console.Error.WriteLine;
        // Begun first: what it loads takes longer than to listen.
        var handle = Task.Run(() => Create(places), cancellation);
        var diagnostics = await KernelProcess.RunAsync(
            connectionFile.FullName, () => handle.GetAwaiter().GetResult().Notebook, new JupyterHostOptions { Log = log },
            cancellation);
        var exitCode = diagnostics.Count == 0 ? 0 : Terminal.Fail(diagnostics);
        if (!await ClosesAsync(await handle))
            ProcessEnd.AtOnce(exitCode);
        return exitCode;
    }

    private static NotebookHandle Create(DataPlaces places)
    {
        var handle = NotebookFactory.Create(places);
        handle.BeginWarmUp();
        return handle;
    }

    // A cell that does not stop may hold a part, and on a busy machine a script takes its time; neither must keep the
    // process from ending.
    private static async Task<bool> ClosesAsync(NotebookHandle handle)
    {
        try
        {
            await handle.DisposeAsync().AsTask().WaitAsync(CloseLimit);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
