using FlowKernel.Checking;
using FlowKernel.Checking.Sarif;
using FlowKernel.Cli.Composition;
using FlowKernel.Cli.Output;

namespace FlowKernel.Cli.Checking;

/// <summary>What to check, and where the findings go.</summary>
internal sealed record CheckJob(IReadOnlyList<string> Paths, FileInfo? Sarif, bool WarningsAsErrors)
{
    /// <summary>Checks and tells; gives the exit code.</summary>
    public static async Task<int> RunAsync(CheckJob job, CancellationToken cancellation)
    {
        using var checks = CheckFactory.Create();
        var report = await Terminal.WhileAsync(
            "Checking", progress => checks.Check.RunAsync(job.Paths, progress, cancellation));
        CheckText.Write(report, Terminal.Out);
        if (job.Sarif is { } file)
            await File.WriteAllTextAsync(file.FullName, SarifWriter.Write(report, CheckFactory.Version), cancellation);
        return ExitCode(report, job.WarningsAsErrors);
    }

    private static int ExitCode(CheckReport report, bool warningsAsErrors) =>
        report.NotChecked > 0 ? 2 : report.Errors > 0 || (warningsAsErrors && report.Warnings > 0) ? 1 : 0;
}
