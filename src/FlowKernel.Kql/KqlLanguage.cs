using System.Text.Json;
using FlowKernel.Diagnostics;
using FlowKernel.Kql.Language;
using FlowKernel.Kql.Lowering;
using FlowKernel.Plan;
using FlowKernel.Session;

namespace FlowKernel.Kql;

/// <summary>
/// KQL as Microsoft's own language service (Kusto.Language) reads it, hosted in a V8 engine of its own. Safe to call
/// from many threads; calls queue up.
/// </summary>
public sealed partial class KqlLanguage : IKqlLanguage, IDisposable
{
    private readonly V8Limits _limits;
    private readonly KqlEngine _engine;
    private readonly SchemaKeys _schemas = new();
    private readonly RememberedChecks _checks = new();

    /// <summary>Starts loading the language in the background; the first call waits for it.</summary>
    /// <param name="cacheFolder">
    /// Where <see cref="KeepCompiledAsync"/> of an earlier process has kept the compiled language; it loads sooner then.
    /// </param>
    public KqlLanguage(string? cacheFolder = null)
        : this(V8Limits.Default, cacheFolder)
    {
    }

    internal KqlLanguage(V8Limits limits, string? cacheFolder = null)
    {
        _limits = limits;
        _engine = new KqlEngine(limits, cacheFolder);
        Ready = _engine.RunAsync(static script => script.IsWarm, CancellationToken.None);
    }

    /// <summary>Completes when the language is loaded and has checked a first query.</summary>
    public Task Ready { get; }

    /// <inheritdoc/>
    public Task<Outcome<CheckedQuery>> CheckAsync(string kql, QueryScope scope, CancellationToken cancellation) =>
        CheckAsync(new LearntText(kql, []), scope, cancellation);

    /// <inheritdoc/>
    public Task<Outcome<CheckedQuery>> LearnAsync(
        CheckedQuery query, IReadOnlyList<SchemaAnswer> answers, CancellationToken cancellation) =>
        CheckAsync(Known(query).Learnt.With(answers), query.Scope, cancellation);

    private async Task<Outcome<CheckedQuery>> CheckAsync(
        LearntText text, QueryScope scope, CancellationToken cancellation)
    {
        var kql = text.Whole;
        if (kql.Length > _limits.TextLength)
            return LanguageDiagnostics.TooLong(_limits.TextLength);
        try
        {
            return QueryCheck.Conclude(text, scope, await ReplyAsync(kql, scope, cancellation));
        }
        catch (LanguageFaultException fault)
        {
            return LanguageDiagnostics.Fault(fault.Fault, _limits);
        }
    }

    private async Task<CheckReply> ReplyAsync(string kql, QueryScope scope, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var key = new RememberedChecks.Key(kql, SchemaKeys.ParametersJson(scope), scope.Schema);
        if (_checks.TryFind(key, out var known))
            return known;
        var json = await AskAsync("check", kql, scope, cancellation);
        var reply = JsonSerializer.Deserialize(json, ScriptJson.Default.CheckReply)!;
        if (json.Length <= RememberedChecks.LongestReply)
            _checks.Add(key, reply);
        return reply;
    }

    /// <inheritdoc/>
    public Outcome<QueryPlan> Lower(CheckedQuery query) => QueryLowering.Lower(Known(query));

    /// <summary>
    /// Keeps the language as it is compiled by now in its cache folder; nothing without one, or when it was loaded from there.
    /// </summary>
    public Task KeepCompiledAsync(CancellationToken cancellation) =>
        _engine.RunAsync(
            script =>
            {
                script.KeepCompiled();
                return true;
            },
            cancellation);

    /// <summary>Whether the language was loaded as an earlier process had compiled it.</summary>
    internal Task<bool> IsPrecompiledAsync(CancellationToken cancellation) =>
        _engine.RunAsync(script => script.IsPrecompiled, cancellation);

    /// <inheritdoc/>
    public void Dispose() => _engine.Dispose();

    private static CheckedKql Known(CheckedQuery query) => query as CheckedKql
        ?? throw new ArgumentException("The query was not checked by this language.", nameof(query));

    private Task<string> AskAsync(
        string function, string kql, QueryScope scope, CancellationToken cancellation, params object[] more) =>
        _engine.RunAsync(
            script => (string)script.Call(
                function, [_schemas.KeyIn(script, scope.Schema), SchemaKeys.ParametersJson(scope), kql, .. more])!,
            cancellation);
}
