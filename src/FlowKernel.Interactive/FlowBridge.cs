using System.Text.RegularExpressions;
using FlowKernel.Interactive.Editing;
using FlowKernel.Notebook;
using FlowKernel.Notebook.Kernel;
using FlowKernel.Session;

namespace FlowKernel.Interactive;

/// <summary>
/// FlowKernel inside another notebook host: runs <c>#!flowlogs</c> lines and KQL, shares values, answers editors. It
/// knows nothing of the host; what the host compiles at load (extension.dib) translates between the two.
/// </summary>
public sealed partial class FlowBridge : IAsyncDisposable, IDisposable
{
    private readonly HostVariables _variables = new();
    private readonly IAsyncDisposable _owner;
    private readonly FlowNotebook _notebook;
    private readonly FlowSession _session;
    private int _cells;

    /// <summary>A bridge with no connection yet.</summary>
    /// <param name="compose">Makes the parts of a notebook out of the values that the host shares.</param>
    public FlowBridge(Func<ICSharpCells, (NotebookParts Parts, IAsyncDisposable Owner)> compose)
    {
        (var parts, _owner) = compose(_variables);
        _notebook = new FlowNotebook(parts);
        _session = parts.Session;
        Flow = new Flow(parts.Session, parts.Display);
        Editor = new KqlEditor(parts.Session, _variables);
        Directives = new HostDirectives(parts.Directives);
        Values = new SharedValues(_variables);
    }

    /// <summary>A bridge whose parts come from this package, apart from the host's own assemblies.</summary>
    public static FlowBridge Load() => Current = new FlowBridge(Composition);

    /// <summary>Where <see cref="Load"/> takes the parts from; tests have no package.</summary>
    internal static Func<ICSharpCells, (NotebookParts Parts, IAsyncDisposable Owner)> Composition { get; set; } =
        PackageContext.Compose;

    /// <summary>The bridge that was loaded last; null before.</summary>
    public static FlowBridge? Current { get; private set; }

    /// <summary>What C# cells know as <c>Flow</c>.</summary>
    public Flow Flow { get; }

    /// <summary>Answers editors about KQL.</summary>
    public KqlEditor Editor { get; }

    /// <summary>The <c>#!flowlogs</c> language, as the host needs it.</summary>
    public HostDirectives Directives { get; }

    /// <summary>The values that the host's kernels and this one share.</summary>
    public SharedValues Values { get; }

    /// <summary>What follows lines such as <c>#!flowlogs --last 7d</c> in the same cell is KQL.</summary>
    public PendingQueries Pending { get; } = new();

    /// <summary>
    /// Runs directive lines and the KQL below them. Gives null when all went well, else the error as people read it.
    /// </summary>
    /// <param name="lines">One or more <c>#!flowlogs</c> lines.</param>
    /// <param name="kql">A query, or nothing.</param>
    /// <param name="cell">The host's cell that these stand in, so that errors name its lines; or null.</param>
    /// <param name="show">Called with each thing to show, from any thread.</param>
    /// <param name="cancellation">Ends it early, with an error that says so.</param>
    public async Task<string?> RunAsync(
        string lines, string kql, string? cell, Action<ShownCell> show, CancellationToken cancellation)
    {
        var above = await WithVariablesAsync(lines, kql, cancellation);
        var output = new HostOutput(show);
        var request = new CellRequest($"{above}\n{kql}", Interlocked.Increment(ref _cells));
        var result = await _notebook.RunAsync(request, output, cancellation);
        foreach (var page in result.Pages)
            output.Display(page);
        if (result.Value is { } value)
            output.Display(value);
        return result.Error is not { } error ? null
            : CellPlaces.Text(result, (0, lines), cell) ?? CellPlaces.Text(result, (above.Length + 1, kql), cell)
            ?? Colours().Replace(string.Join('\n', error.Traceback), "");
    }

    /// <summary>The line that says that all is there.</summary>
    public static string Greeting =>
        "FlowKernel loaded, try #!flowlogs. Begin with: #!flowlogs connect sample. "
        + "This host was deprecated in 2026; FlowKernel's own Jupyter kernel runs the same cells.";

    /// <summary>Closes all connections.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>Closes all connections.</summary>
    public ValueTask DisposeAsync() => _owner.DisposeAsync();

    // The host hands values over with a directive of its own; naming one in the query is then enough.
    private async Task<string> WithVariablesAsync(string lines, string kql, CancellationToken cancellation)
    {
        var said = Words().Matches(lines).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        var words = Words().Matches(kql).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        words.ExceptWith(said);
        var named = _variables.Parameters().Where(p => words.Contains(p.Key)).ToDictionary();
        if (named.Count == 0)
            return lines;
        // A word may stand in a text or be a column. A query that is wrong gets all of them, for its mistakes to be told.
        var query = await _session.CheckAsync(new QueryRequest(kql) { Parameters = named }, cancellation);
        var used = query.Succeeded ? named.Keys.Where(query.Value.UsedParameters.Contains) : named.Keys;
        return string.Join(' ', used.Select(name => $"--param {name}").Prepend(lines));
    }

    [GeneratedRegex(@"[\p{L}_]\w*", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex("\u001b\\[[0-9;]*m", RegexOptions.CultureInvariant)]
    private static partial Regex Colours();
}
