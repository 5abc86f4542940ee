using FlowKernel.Jupyter.KernelSpec;

namespace FlowKernel.Jupyter.Tests.KernelSpec;

public sealed class JupyterDirectoriesTests
{
    [Theory]
    [InlineData(Platform.Linux, "", "/home/ada/.local/share/jupyter")]
    [InlineData(Platform.Linux, "XDG_DATA_HOME=/data", "/data/jupyter")]
    [InlineData(Platform.MacOS, "XDG_DATA_HOME=/data", "/home/ada/Library/Jupyter")]
    [InlineData(Platform.Windows, "APPDATA=/roaming", "/roaming/jupyter")]
    [InlineData(Platform.Windows, "", "/home/ada/AppData/Roaming/jupyter")]
    [InlineData(Platform.Linux, "JUPYTER_DATA_DIR=/own", "/own")]
    public void TheUsersFolderIsWhereJupyterHasIt(Platform platform, string variables, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The expected paths are written with slashes.");
        Assert.Equal(expected, JupyterDirectories.Of(Environment(platform, variables)).User);
    }

    [Fact]
    public void FoldersAreSearchedInJupytersOrder() => Assert.Equal(
        [
            "/a",
            "/b",
            "/home/ada/.local/share/jupyter",
            "/venv/share/jupyter",
            "/usr/local/share/jupyter",
            "/usr/share/jupyter",
        ],
        JupyterDirectories.Of(Environment(Platform.Linux, "JUPYTER_PATH=/a:/b VIRTUAL_ENV=/venv")).Searched);

    [Fact]
    public void WindowsSeparatesByASemicolonAndSharesProgramData() => Assert.Equal(
        ["C:/a", "D:/b", "/roaming/jupyter", "/shared/jupyter"],
        JupyterDirectories.Of(Environment(
            Platform.Windows, "JUPYTER_PATH=C:/a;D:/b APPDATA=/roaming PROGRAMDATA=/shared")).Searched);

    internal static UserEnvironment Environment(Platform platform, string variables)
    {
        var values = variables.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(variable => variable.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return new UserEnvironment(platform, "/home/ada", values.GetValueOrDefault);
    }
}
