using System.Globalization;
using System.Text.Json;
using FlowKernel.Jupyter.Wire;

namespace FlowKernel.Jupyter.Execution;

/// <summary>Session files with one JSON line a cell; only the newest sessions are kept.</summary>
internal sealed class HistoryFolder(string path, int keptSessions = 200, long keptBytes = 16 << 20)
{
    private const string Prefix = "session-";
    private const string Suffix = ".jsonl";

    /// <summary>Takes the next free number; old sessions that are too many or too large are removed.</summary>
    public int ClaimSession()
    {
        CreateFolder();
        var sessions = Sessions();
        RemoveOld(sessions);
        var number = sessions.DefaultIfEmpty().Max() + 1;
        while (!TryCreate(number))
            number++;
        return number;
    }

    /// <summary>The numbers of the sessions there are.</summary>
    public IReadOnlyList<int> Sessions() => Directory.Exists(path)
        ? [.. Directory.EnumerateFiles(path, Prefix + "*" + Suffix).Select(NumberOf).Where(number => number > 0)]
        : [];

    /// <summary>The cells of a session; lines that are damaged or still being written are left out.</summary>
    public IReadOnlyList<HistoryEntry> Read(int session)
    {
        var file = PathOf(session);
        return File.Exists(file) ? [.. File.ReadLines(file).Select(l => Parse(l, session)).OfType<HistoryEntry>()] : [];
    }

    /// <summary>Adds a cell to its session; gives the session's number.</summary>
    public int Append(HistoryEntry entry)
    {
        using var stream = new FileStream(PathOf(entry.Session), FileMode.Append, FileAccess.Write, FileShare.Read);
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteNumber("line", entry.Line);
            writer.WriteString("input", entry.Input);
            writer.WriteString("output", entry.Output);
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return entry.Session;
    }

    private static HistoryEntry? Parse(string line, int session)
    {
        try
        {
            var json = JsonElement.Parse(line);
            return json.Number("line") is { } number && json.Text("input") is { } input
                ? new HistoryEntry(session, number, input, json.Text("output"))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static int NumberOf(string file)
    {
        var name = Path.GetFileName(file.AsSpan());
        var digits = name[Prefix.Length..^Suffix.Length];
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    private string PathOf(int session) =>
        Path.Combine(path, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{session:D6}{Suffix}"));

    /// <summary>Only its user may read it: cells can hold what nobody else should see.</summary>
    private void CreateFolder()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private bool TryCreate(int number)
    {
        try
        {
            using var created = new FileStream(PathOf(number), FileMode.CreateNew);
            return true;
        }
        catch (IOException) when (File.Exists(PathOf(number)))
        {
            return false;
        }
    }

    private void RemoveOld(IReadOnlyList<int> sessions)
    {
        var bytes = 0L;
        foreach (var (rank, session) in sessions.OrderDescending().Index())
        {
            bytes += new FileInfo(PathOf(session)).Length;
            if (rank >= keptSessions - 1 || bytes > keptBytes)
                File.Delete(PathOf(session));
        }
    }
}
