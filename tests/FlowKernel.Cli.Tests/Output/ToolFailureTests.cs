using FlowKernel.Cli.Output;
using FlowKernel.Results;

namespace FlowKernel.Cli.Tests.Output;

[Collection("console")]
public sealed class ToolFailureTests
{
    [Fact]
    public async Task BrokenInputOrOutputIsOneLine() => Assert.Equal(
        (1, "error: The disk is full.\n"), await GuardAsync(() => throw new IOException("The disk is full.")));

    [Fact]
    public async Task AnInterruptSaysNothing() =>
        Assert.Equal((130, ""), await GuardAsync(() => throw new OperationCanceledException()));

    [Fact]
    public async Task OurOwnFaultSaysHowToReportItWithoutStackOrData()
    {
        var (exitCode, error) = await GuardAsync(() => Task.FromResult(KqlLiteral.Write(KqlType.Long, "secret").Length));
        Assert.Equal(1, exitCode);
        Assert.StartsWith("error FK0440: FlowKernel itself failed: InvalidCastException in FlowKernel.", error);
        Assert.Matches("report it with this line: FK0440 [0-9a-f]{8}, FlowKernel ", error);
        Assert.DoesNotContain("   at ", error);
        Assert.DoesNotContain("secret", error);
    }

    private static async Task<(int ExitCode, string Error)> GuardAsync(Func<Task<int>> command)
    {
        var before = Console.Error;
        using var error = new StringWriter { NewLine = "\n" };
        Console.SetError(error);
        try
        {
            return (await ToolFailure.GuardAsync(command), error.ToString());
        }
        finally
        {
            Console.SetError(before);
        }
    }
}
