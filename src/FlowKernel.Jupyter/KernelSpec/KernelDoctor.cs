using System.Globalization;

namespace FlowKernel.Jupyter.KernelSpec;

/// <summary>Finds out why Jupyter does not show the kernel, or why it does not start.</summary>
public sealed class KernelDoctor(JupyterDirectories directories, UserEnvironment environment)
{
    private const string InstallHint = "Run 'flowkernel kernel install --user'.";

    /// <summary>
    /// Looks at the folders, the spec and its program, then starts the kernel as Jupyter would and waits for its first
    /// answer, at most <paramref name="limit"/>. Stops at the first thing that is not good.
    /// </summary>
    public async Task<IReadOnlyList<KernelFinding>> ExamineAsync(TimeSpan limit, CancellationToken cancellation)
    {
        var findings = new List<KernelFinding> { ExamineFolders() };
        var folder = new KernelSpecInstaller(directories).Find().FirstOrDefault();
        findings.Add(ExamineSpec(folder));
        if (folder is null)
            return findings;
        var command = KernelSpecFile.Read(Path.Combine(folder, KernelSpecFile.Name));
        findings.Add(ExamineProgram(command));
        if (command is not null && findings[^1].IsGood)
            findings.Add(await ExamineStartAsync(command, limit, cancellation));
        return findings;
    }

    private static string Missing(string folder) => Directory.Exists(folder) ? "" : " (not there)";

    private static async Task<KernelFinding> ExamineStartAsync(
        KernelCommand command, TimeSpan limit, CancellationToken cancellation)
    {
        var probe = await KernelProbe.RunAsync(command, limit, cancellation);
        return probe.Succeeded
            ? new KernelFinding("start", true, string.Create(CultureInfo.InvariantCulture,
                $"The kernel answered after {probe.Value.ReadyAfter.TotalSeconds:0.00} s, with protocol {probe.Value.Protocol}."))
            : new KernelFinding("start", false, probe.Diagnostics[0].Message, probe.Diagnostics[0].Hint);
    }

    private KernelFinding ExamineFolders() => new(
        "folders", true, "Jupyter looks in " + string.Join(", ", directories.Searched.Select(f => f + Missing(f))) + ".");

    private KernelFinding ExamineSpec(string? folder)
    {
        if (folder is null)
            return new KernelFinding("spec", false, "None of these folders has a kernel spec of FlowKernel.", InstallHint);
        var others = new KernelSpecInstaller(directories).Find().Skip(1).ToArray();
        return others.Length == 0
            ? new KernelFinding("spec", true, $"The kernel spec is in '{folder}'.")
            : new KernelFinding("spec", true, $"The kernel spec in '{folder}' hides those in {string.Join(", ", others)}.");
    }

    private KernelFinding ExamineProgram(KernelCommand? command)
    {
        if (command is null)
            return new KernelFinding("program", false, "The kernel spec has no command to start.", InstallHint);
        var missing = MissingFile(command.Arguments);
        return missing is null
            ? new KernelFinding("program", true, $"It starts '{string.Join(' ', command.Arguments)}'.")
            : new KernelFinding("program", false, $"The kernel spec starts '{missing}', which is not there.", InstallHint);
    }

    private string? MissingFile(IReadOnlyList<string> arguments) =>
        !IsProgram(arguments[0]) ? arguments[0]
        : arguments.Skip(1).FirstOrDefault(a => a.EndsWith(".dll", StringComparison.Ordinal) && !File.Exists(a));

    /// <summary>A path must be a file; a bare name is looked up as the shell does.</summary>
    private bool IsProgram(string program) => program.AsSpan().IndexOfAny('/', '\\') >= 0
        ? File.Exists(program)
        : environment.Folders("PATH").Any(folder =>
            File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));
}
