using FlowKernel.Checking;
using FlowKernel.Checking.Sarif;
using FlowKernel.Cli.Composition;
using FlowKernel.Cli.Output;
using FlowKernel.Diagnostics;

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
        return job.Sarif is { } file && await WriteAsync(report, file, cancellation) is { } problem
            ? Fail(problem)
            : ExitCode(report, job.WarningsAsErrors);
    }

    private static async Task<Diagnostic?> WriteAsync(
        CheckReport report, FileInfo file, CancellationToken cancellation)
    {
        try
        {
            var log = SarifWriter.Write(report, CheckFactory.Version);
            await File.WriteAllTextAsync(file.FullName, log, cancellation);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Diagnostic("FK1226", $"'{file}' cannot be written: {e.Message}", default);
        }
    }

    private static int Fail(Diagnostic problem)
    {
        Terminal.Tell([problem]);
        return 2;
    }

    private static int ExitCode(CheckReport report, bool warningsAsErrors) =>
        report.NotChecked > 0 ? 2 : report.Errors > 0 || (warningsAsErrors && report.Warnings > 0) ? 1 : 0;
}
