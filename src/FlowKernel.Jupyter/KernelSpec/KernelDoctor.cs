using System.Globalization;
using FlowKernel.Jupyter.Execution;

namespace FlowKernel.Jupyter.KernelSpec;

/// <summary>Finds out why Jupyter does not show the kernel, or why it does not start.</summary>
/// <param name="directories">Where Jupyter looks.</param>
/// <param name="environment">Where programs are looked for.</param>
/// <param name="runFolder">Where running kernels say what they run; null for nowhere.</param>
public sealed class KernelDoctor(
    JupyterDirectories directories, UserEnvironment environment, string? runFolder = null)
{
    private const int ShownEnds = 3;

    /// <summary>
    /// Looks at the folders, the spec and its program, then starts the kernel as Jupyter would and waits for its first
    /// answer, at most <paramref name="limit"/>. Stops at the first thing that is not good.
    /// </summary>
    public async Task<IReadOnlyList<KernelFinding>> ExamineAsync(TimeSpan limit, CancellationToken cancellation)
    {
        var findings = new List<KernelFinding> { ExamineFolders() };
        findings.AddRange(ExamineEnds());
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
            ? Good(
                "start", $"The kernel answered after {Seconds(probe.Value)} s, with protocol {probe.Value.Protocol}.")
            : new KernelFinding("start", false, probe.Diagnostics[0].Message, probe.Diagnostics[0].Hint);
    }

    private static string Seconds(ProbeResult result) =>
        result.ReadyAfter.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);

    private static KernelFinding Good(string subject, string text) => new(subject, IsGood: true, text);

    private static KernelFinding NotInstalled(string subject, string text) =>
        new(subject, IsGood: false, text, "Run 'flowkernel kernel install --user'.");

    // What a kernel of last week died of says nothing about whether one starts today, so it is no fault.
    private IEnumerable<KernelFinding> ExamineEnds() => runFolder is null
        ? []
        : UnexpectedEnd.ReadAll(runFolder).Take(ShownEnds).Select(end => new KernelFinding(
            "ends", IsGood: true, end.Sentence, UnexpectedEnd.Causes));

    private KernelFinding ExamineFolders() => Good(
        "folders", "Jupyter looks in " + string.Join(", ", directories.Searched.Select(f => f + Missing(f))) + ".");

    private KernelFinding ExamineSpec(string? folder)
    {
        if (folder is null)
            return NotInstalled("spec", "None of these folders has a kernel spec of FlowKernel.");
        var others = new KernelSpecInstaller(directories).Find().Skip(1).ToArray();
        return Good("spec", others.Length == 0
            ? $"The kernel spec is in '{folder}'."
            : $"The kernel spec in '{folder}' hides those in {string.Join(", ", others)}.");
    }

    private KernelFinding ExamineProgram(KernelCommand? command)
    {
        if (command is null)
            return NotInstalled("program", "The kernel spec has no command to start.");
        return MissingFile(command.Arguments) is { } missing
            ? NotInstalled("program", $"The kernel spec starts '{missing}', which is not there.")
            : Good("program", $"It starts '{string.Join(' ', command.Arguments)}'.");
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
