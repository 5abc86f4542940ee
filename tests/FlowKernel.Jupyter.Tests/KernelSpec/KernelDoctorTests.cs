using FlowKernel.Jupyter.KernelSpec;
using FlowKernel.Jupyter.Tests.Hosting;

namespace FlowKernel.Jupyter.Tests.KernelSpec;

public sealed class KernelDoctorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("flowkernel-doctor").FullName;
    private readonly JupyterDirectories _directories;

    public KernelDoctorTests() =>
        _directories = new JupyterDirectories(Path.Combine(_folder, "user"), [Path.Combine(_folder, "user"), _folder]);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task AMissingSpecEndsTheExamination()
    {
        var findings = await ExamineAsync();

        Assert.Equal(["folders", "spec"], findings.Select(f => f.Subject));
        Assert.Equal($"Jupyter looks in {Path.Combine(_folder, "user")} (not there), {_folder}.", findings[0].Text);
        Assert.False(findings[1].IsGood);
        Assert.Equal("None of these folders has a kernel spec of FlowKernel.", findings[1].Text);
        Assert.Equal("Run 'flowkernel kernel install --user'.", findings[1].Hint);
    }

    [Theory]
    [InlineData("/no/such/program", "/no/such/program")]
    [InlineData("no-such-program", "no-such-program")]
    [InlineData("sh /no/such/tool.dll", "/no/such/tool.dll")]
    public async Task AMissingProgramIsNamed(string command, string missing)
    {
        Install(command.Split(' '));

        var finding = (await ExamineAsync())[^1];

        Assert.False(finding.IsGood);
        Assert.Equal($"The kernel spec starts '{missing}', which is not there.", finding.Text);
    }

    [Fact]
    public async Task ASpecWithoutACommandIsNamed()
    {
        Install([]);

        Assert.Equal("The kernel spec has no command to start.", (await ExamineAsync())[^1].Text);
    }

    [Fact]
    public async Task AKernelThatEndsEarlyIsQuoted()
    {
        NeedsShell();
        Install("sh", "-c", "echo 'You must install .NET' >&2; exit 3");

        var finding = (await ExamineAsync())[^1];

        Assert.False(finding.IsGood);
        Assert.Equal("The kernel ended with code 3 before it answered: You must install .NET", finding.Text);
    }

    [Fact]
    public async Task AKernelThatDoesNotAnswerIsNotWaitedForLonger()
    {
        NeedsShell();
        Install("sh", "-c", "sleep 60");

        var findings = await ExamineAsync(TimeSpan.FromSeconds(0.2));

        Assert.Equal("The kernel did not answer within 0.2 s.", findings[^1].Text);
    }

    [Fact]
    public async Task AKernelThatAnswersIsGoodAndIsShutDown()
    {
        NeedsShell();
        Install("sh", "-c", "cd \"$2\"; cp \"$1\" tmp; mv tmp found; while [ ! -f end ]; do sleep 0.02; done", "sh",
            KernelCommand.ConnectionFilePlace, _folder);

        var examination = ExamineAsync();
        await ServeAsync();
        var findings = await examination;

        Assert.Equal(["folders", "spec", "program", "start"], findings.Select(f => f.Subject));
        Assert.All(findings, finding => Assert.True(finding.IsGood, finding.Text));
        Assert.Matches(@"^The kernel answered after \d+\.\d\d s, with protocol 5\.5\.$", findings[^1].Text);
    }

    private static void NeedsShell() => Assert.SkipWhen(OperatingSystem.IsWindows(), "The kernel is a shell script.");

    /// <summary>Serves, in this process, the connection that the started script was given.</summary>
    private async Task ServeAsync()
    {
        var file = Path.Combine(_folder, "found");
        while (!File.Exists(file))
            await Task.Delay(10, TestContext.Current.CancellationToken);
        var connection = ConnectionFile.Read(file).OrThrow();
        var options = new JupyterHostOptions { HistoryFolder = null };
        await using (var host = JupyterHost.Start(connection, () => new FakeKernel(), options).OrThrow())
            await host.RunAsync(TestContext.Current.CancellationToken);
        File.WriteAllText(Path.Combine(_folder, "end"), "");
    }

    private void Install(params string[] arguments) => new KernelSpecInstaller(_directories)
        .Install(prefix: null, new KernelCommand(arguments, new Dictionary<string, string>())).OrThrow();

    private Task<IReadOnlyList<KernelFinding>> ExamineAsync(TimeSpan? limit = null) =>
        new KernelDoctor(_directories, UserEnvironment.Current)
            .ExamineAsync(limit ?? TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
}
