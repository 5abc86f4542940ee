using System.Diagnostics;
using System.Text.Json.Nodes;

namespace FlowKernel.Serve.Tests.OfficialClients;

/// <summary>The official clients for Node.js, as npm installs them from their lock file; once for all tests.</summary>
internal static class NodeClients
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "OfficialClients");
    private static readonly Lazy<Task<string?>> Missing = new(InstallAsync);

    private static string Npm => OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    /// <summary>What a script prints; leaves the test out where there is no Node.js or no registry.</summary>
    public static async Task<JsonNode> RunAsync(string script, params string[] arguments)
    {
        if (await Missing.Value is { } missing)
            Assert.Skip(missing);
        var (exitCode, output, errors) = await StartAsync("node", [script, .. arguments]);
        Assert.True(exitCode == 0, $"{script} {string.Join(' ', arguments)}: {errors}{output}");
        return JsonNode.Parse(output)!;
    }

    private static async Task<string?> InstallAsync()
    {
        try
        {
            await StartAsync("node", ["--version"]);
            var stamp = Path.Combine(Folder, "node_modules", ".package-lock.json");
            var locked = Path.Combine(Folder, "package-lock.json");
            if (File.Exists(stamp) && File.GetLastWriteTimeUtc(stamp) > File.GetLastWriteTimeUtc(locked))
                return null;
            var (exitCode, _, errors) = await StartAsync(
                Npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
            return exitCode == 0 ? null : $"npm could not install the official clients: {errors}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "This machine has no Node.js with npm on PATH, and the official clients need it.";
        }
    }

    private static async Task<(int ExitCode, string Output, string Errors)> StartAsync(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }
}
