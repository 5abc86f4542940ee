using FlowKernel.Notebook.Kernel.Errors;

namespace FlowKernel.Cli.Output;

/// <summary>What the tool says when a command throws: broken I/O in one line, a fault of its own with its report.</summary>
internal static class ToolFailure
{
    private const string Trace = "FLOWKERNEL_TRACE";
    private const int Interrupted = 130;

    /// <summary>Runs a command and gives its exit code, also where it throws.</summary>
    public static async Task<int> GuardAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
        catch (Exception e)
        {
            Tell(e, Console.Error);
            return 1;
        }
    }

    private static void Tell(Exception exception, TextWriter error)
    {
        if (exception is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"error: {exception.Message}");
            return;
        }

        var bug = new KernelBug(exception);
        error.WriteLine($"error {KernelBug.Code}: {bug.Message}");
        error.WriteLine("  This is a fault of FlowKernel, not of your query or data.");
        error.WriteLine($"  Please report it with this line: {bug.Summary}");
        error.WriteLine($"  and the details that the same command shows with {Trace}=1 set; they hold none of your data.");
        if (Environment.GetEnvironmentVariable(Trace) is { Length: > 0 })
            error.WriteLine(bug.Details());
    }
}
