using FlowKernel.Jupyter.KernelSpec;

namespace FlowKernel.Jupyter.Tests.KernelSpec;

public sealed class KernelCommandTests
{
    private static readonly string[] Start = ["kernel", "start", "--connection-file", "{connection_file}"];

    [Theory]
    [InlineData("/usr/bin/dotnet")]
    [InlineData("/usr/bin/dotnet.exe")]
    public void TheDotnetHostIsGivenTheAssembly(string process) => Assert.Equal(
        [process, Path.GetFullPath("/tool/FlowKernel.Cli.dll"), .. Start],
        Of(process, "/tool/FlowKernel.Cli.dll").Arguments);

    [Fact]
    public void AToolIsStartedByItsOwnExecutable() => Assert.Equal(
        ["/home/ada/.dotnet/tools/flowkernel", .. Start],
        Of("/home/ada/.dotnet/tools/flowkernel", "/elsewhere/FlowKernel.Cli.dll").Arguments);

    [Fact]
    public void APrivateDotnetIsRememberedForFrontEndsThatDoNotKnowIt() => Assert.Equal(
        new Dictionary<string, string> { ["DOTNET_ROOT"] = "/opt/dotnet" },
        Of("/tool/flowkernel", "x.dll", "DOTNET_ROOT=/opt/dotnet").Variables);

    private static KernelCommand Of(string process, string assembly, string variables = "") =>
        KernelCommand.Of(process, assembly, JupyterDirectoriesTests.Environment(Platform.Linux, variables));
}
