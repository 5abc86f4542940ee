using FlowKernel.Diagnostics;
using FlowKernel.DuckDb;
using FlowKernel.DuckDb.External;
using FlowKernel.DuckDb.Functions;
using FlowKernel.DuckDb.Tables;
using FlowKernel.FlowLogs;
using FlowKernel.Reference;
using FlowKernel.Session;

namespace FlowKernel.Hosting;

/// <summary>
/// What the embedded engine makes of KQL, told by the engine itself: a topic's example is checked and planned over the
/// tables of flow logs, as a query of the user's would be.
/// </summary>
public sealed class EmbeddedSupport(IKqlLanguage language) : ILocalSupport
{
    private const string OwnReason = "FK0132";

    private static readonly DeclaredTables Tables = new(FlowLogTables.Database);

    private readonly EmbeddedConnection _engine =
        new("help", language, Tables, new KeptTables(), TimeProvider.System, new EngineOptions { Places = DataPlaces.Everywhere });

    /// <inheritdoc/>
    public async Task<LocalSupport> OfAsync(KqlTopic topic, CancellationToken cancellation)
    {
        var scope = new QueryScope(Tables.Schema, DateTime.UnixEpoch);
        var query = await language.CheckAsync(topic.Example, scope, cancellation);
        var planned = query.Succeeded ? _engine.Explain(query.Value).Diagnostics : query.Diagnostics;
        return planned.FirstOrDefault(d => d.IsError) is { } refused
            ? new LocalSupport(false, Reason(topic, refused))
            : new LocalSupport(true, Note(topic));
    }

    private static string? Note(KqlTopic topic) => topic.Kind switch
    {
        KqlTopicKind.Aggregate => FunctionNotes.OfAggregate(topic.Name),
        KqlTopicKind.Function or KqlTopicKind.ScalarOperator => FunctionNotes.OfScalar(topic.Name),
        _ => OperatorNotes.Of(topic.Name),
    };

    // The engine knows best where it refuses a function for a reason of its own.
    private static string Reason(KqlTopic topic, Diagnostic refused) =>
        topic.RefusedBecause.Length == 0 || refused.Code == OwnReason ? refused.Message : topic.RefusedBecause;
}
