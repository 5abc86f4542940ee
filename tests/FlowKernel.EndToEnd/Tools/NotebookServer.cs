using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace FlowKernel.EndToEnd.Tools;

/// <summary>A classic Notebook server on loopback, with a folder of its own.</summary>
internal sealed class NotebookServer : IAsyncDisposable
{
    private const string Token = "test";
    private readonly Process _process;

    private NotebookServer(Process process, string folder) => (_process, Folder) = (process, folder);

    public string Folder { get; }

    private string Address { get; set; } = "";

    public static async Task<NotebookServer> StartAsync(JupyterInstallation jupyter)
    {
        var folder = Directory.CreateTempSubdirectory("flowkernel-notebooks-").FullName;
        var runtime = jupyter.Environment["JUPYTER_RUNTIME_DIR"];
        var port = FreePort();
        var process = ProcessRun.Start("/usr/bin/python3",
            ["/usr/bin/jupyter-notebook", "--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={port}",
                $"--NotebookApp.token={Token}", $"--notebook-dir={folder}"],
            jupyter.Environment, folder);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new NotebookServer(process, folder);
        server.Address = await AddressAsync(runtime, process);
        return server;
    }

    public string PageOf(string notebook) => $"{Address}notebooks/{notebook}?token={Token}";

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // The server writes where it listens into its runtime folder.
    private static async Task<string> AddressAsync(string runtime, Process process)
    {
        var file = Path.Combine(runtime, $"nbserver-{process.Id}.json");
        for (var i = 0; i < 600; i++)
        {
            if (File.Exists(file) && await ReadAsync(file) is { } address)
                return address;
            Assert.False(process.HasExited, "The notebook server ended.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The notebook server did not start.");
    }

    private static async Task<string?> ReadAsync(string file)
    {
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        return text.EndsWith('}') ? (string?)JsonNode.Parse(text)!["url"] : null;
    }
}
