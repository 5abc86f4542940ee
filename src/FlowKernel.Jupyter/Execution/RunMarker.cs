using System.Text.Json;

namespace FlowKernel.Jupyter.Execution;

/// <summary>
/// A small file that says which cell a kernel's process is running. It goes when the process ends in order; one that is
/// left tells the next process, and <c>kernel doctor</c>, that this one was killed or crashed, and over what.
/// </summary>
internal sealed class RunMarker
{
    private readonly string? _path;
    private readonly TimeProvider _clock;
    private readonly DateTimeOffset _started;
    private UnexpectedEnd? _earlier;

    /// <summary>Writes nothing and knows of nothing.</summary>
    public static RunMarker None { get; } = new(null, TimeProvider.System);

    /// <summary>A marker in a file; null writes none.</summary>
    public RunMarker(string? path, TimeProvider clock)
    {
        (_path, _clock, _started) = (path, clock, clock.GetUtcNow());
        _earlier = path is null ? null : UnexpectedEnd.Read(path);
        Write(cell: null);
    }

    /// <summary>
    /// How the process before this one on the same connection ended, when that was not in order; given once.
    /// </summary>
    public UnexpectedEnd? TakeEarlier() => Interlocked.Exchange(ref _earlier, null);

    /// <summary>A cell with this execution count begins.</summary>
    public void Begin(int cell) => Write(cell);

    /// <summary>No cell runs.</summary>
    public void End() => Write(cell: null);

    /// <summary>The process ends in order.</summary>
    public void Remove() => Try(() => File.Delete(_path!));

    private void Write(int? cell) => Try(() =>
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        // Beside it and then in its place: a process that is killed while it writes leaves the note before.
        var written = _path + ".new";
        using (var stream = File.Create(written))
            Write(stream, cell);
        File.Move(written, _path!, overwrite: true);
    });

    private void Write(Stream stream, int? cell)
    {
        using var writer = new Utf8JsonWriter(stream);
        writer.WriteStartObject();
        writer.WriteNumber("process", Environment.ProcessId);
        writer.WriteString("started", _started);
        writer.WriteString("changed", _clock.GetUtcNow());
        if (cell is { } count)
            writer.WriteNumber("cell", count);
        writer.WriteEndObject();
    }

    // The marker is a courtesy; a full or read-only disk must not disturb cells.
    private void Try(Action action)
    {
        if (_path is null)
            return;
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
