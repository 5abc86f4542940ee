using FlowKernel.Jupyter.Messages;

namespace FlowKernel.Jupyter.Execution;

/// <summary>
/// The cells of this session and of earlier ones. Each session is a file of its own, claimed when its first cell has
/// run, so that kernels that run at the same time do not meet. Without a folder, or when the folder fails, cells are
/// kept in memory only.
/// </summary>
internal sealed class CellHistory(HistoryFolder? folder, Action<string> log)
{
    private const int KeptCells = 10_000;
    private const int KeptOutput = 4_096;
    private readonly Lock _gate = new();
    private readonly List<HistoryEntry> _current = [];
    private HistoryFolder? _folder = folder;
    private int? _session;

    /// <summary>Adds a cell that has run.</summary>
    public void Add(int line, string input, string? output)
    {
        lock (_gate)
        {
            _session ??= Store<int?>(f => f.ClaimSession()) ?? 1;
            var entry = new HistoryEntry(_session.Value, line, input, Shorten(output));
            _current.Add(entry);
            if (_current.Count > KeptCells)
                _current.RemoveAt(0);
            Store<int>(f => f.Append(entry));
        }
    }

    /// <summary>The cells that a request wants, oldest first; for an unknown kind of access, none.</summary>
    public IReadOnlyList<HistoryEntry> Find(HistoryRequest request)
    {
        lock (_gate)
        {
            return request.Access switch
            {
                "range" => [.. Session(request.Session).Where(e => e.Line >= request.Start && e.Line < request.Stop)],
                "tail" => Newest(Backwards(), request.Count),
                "search" => Newest(Matches(request), request.Count),
                _ => [],
            };
        }
    }

    private static IReadOnlyList<HistoryEntry> Newest(IEnumerable<HistoryEntry> backwards, int? count) =>
        [.. backwards.Take(count ?? KeptCells).Reverse()];

    private static string? Shorten(string? output) =>
        output is { Length: > KeptOutput } ? output[..KeptOutput] : output;

    private IEnumerable<HistoryEntry> Matches(HistoryRequest request)
    {
        var glob = Glob.ToRegex(request.Pattern);
        var found = Backwards().Where(entry => glob.IsMatch(entry.Input));
        return request.Unique ? found.DistinctBy(entry => entry.Input) : found;
    }

    private IEnumerable<HistoryEntry> Backwards() =>
        Enumerable.Reverse(_current).Concat(Earlier().SelectMany(session => Enumerable.Reverse(Read(session))));

    /// <summary>The cells of a session: 0 is this one, a negative number counts back from it.</summary>
    private IReadOnlyList<HistoryEntry> Session(int number) =>
        number == 0 || number == _session ? _current
        : number > 0 ? Read(number)
        : Earlier().Skip(-number - 1).Take(1).SelectMany(Read).ToArray();

    private IReadOnlyList<int> Earlier() =>
        [.. (Store(f => f.Sessions()) ?? []).Where(number => number != _session).OrderDescending()];

    private IReadOnlyList<HistoryEntry> Read(int session) => Store(f => f.Read(session)) ?? [];

    private T? Store<T>(Func<HistoryFolder, T> use)
    {
        try
        {
            return _folder is null ? default : use(_folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log($"The history is not kept: {e.Message}");
            _folder = null;
            return default;
        }
    }
}
