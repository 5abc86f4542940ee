using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using FlowKernel.Jupyter.Wire;

namespace FlowKernel.Jupyter.Execution;

/// <summary>A kernel process that ended without saying so.</summary>
/// <param name="Process">Its process id.</param>
/// <param name="LastSeen">When it last began or ended a cell (UTC).</param>
/// <param name="Cell">The execution count of the cell that it was running, or null.</param>
internal sealed record UnexpectedEnd(int Process, DateTimeOffset LastSeen, int? Cell)
{
    /// <summary>What a marker file tells; null when there is none, it is damaged, or its process still runs.</summary>
    public static UnexpectedEnd? Read(string path)
    {
        try
        {
            var json = JsonElement.Parse(File.ReadAllBytes(path));
            var isDate = DateTimeOffset.TryParse(
                json.Text("changed"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var changed);
            return json.Number("process") is { } process && isDate && !IsRunning(process)
                ? new UnexpectedEnd(process, changed, json.Number("cell"))
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>All that a folder's marker files tell, newest first.</summary>
    public static IReadOnlyList<UnexpectedEnd> ReadAll(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.json").Select(Read).OfType<UnexpectedEnd>()
            .OrderByDescending(end => end.LastSeen)]
        : [];

    /// <summary>Deletes what a folder's marker files tell of ends before a time.</summary>
    public static void Forget(string folder, DateTimeOffset before)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var file in Directory.EnumerateFiles(folder, "*.json"))
        {
            if (Read(file) is { } end && end.LastSeen < before)
                File.Delete(file);
        }
    }

    /// <summary>What ends a process so that it cannot say it itself.</summary>
    public const string Causes = "It was killed, the machine ran out of memory, native code failed, or endless calls through "
        + "the code of a library filled the stack.";

    /// <summary>What happened, as a sentence.</summary>
    public string Sentence => string.Create(
        CultureInfo.InvariantCulture,
        $"Kernel process {Process} ended unexpectedly {When} ({LastSeen.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC).");

    /// <summary>The same for whoever runs cells in the process that follows.</summary>
    public string ForTheUser =>
        $"{Sentence} Its variables are gone. {Causes}\n";

    private string When => Cell is { } cell
        ? string.Create(CultureInfo.InvariantCulture, $"while it ran cell [{cell}]")
        : "while no cell ran";

    private static bool IsRunning(int process)
    {
        try
        {
            using var found = System.Diagnostics.Process.GetProcessById(process);
            return !found.HasExited && process != Environment.ProcessId;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return false;
        }
    }
}
