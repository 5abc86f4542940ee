using FlowKernel.FlowLogs;
using FlowKernel.Notebook.Cells;
using FlowKernel.Notebook.Directives;
using FlowKernel.Session;

namespace FlowKernel.Notebook.Kernel;

/// <summary>What a query can name while it is being written: its directive lines count as far as they are right.</summary>
internal sealed class WrittenQuery(NotebookParts parts)
{
    /// <summary>The scope of the query of a segment; of no query, that of the current connection.</summary>
    public QueryScope ScopeOf(CellSegment? segment)
    {
        var options = Options(segment);
        var request = new QueryRequest("") { Parameters = Parameters(options.Parameters) };
        // Before the first connection the tables of flow logs are the best guess.
        return parts.Session.ScopeOf(request with { On = options.On }).Value
            ?? parts.Session.ScopeOf(request).Value
            ?? new QueryScope(FlowLogTables.Database, DateTime.UnixEpoch) { Parameters = request.Parameters };
    }

    private QueryDirective Options(CellSegment? segment) => (segment?.Directives ?? [])
        .Select(line => parts.Directives.Parse(line.Text).Value)
        .OfType<QueryDirective>()
        .Aggregate(new QueryDirective(), (before, line) => before.And(line));

    private Dictionary<string, QueryParameter> Parameters(IReadOnlyList<string> given) => given
        .Select(text => HandedVariables.TypeOf(text, parts.CSharp))
        .OfType<KeyValuePair<string, QueryParameter>>()
        .DistinctBy(variable => variable.Key)
        .ToDictionary(StringComparer.Ordinal);
}
