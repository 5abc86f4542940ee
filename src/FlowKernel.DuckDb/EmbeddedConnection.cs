using System.Diagnostics;
using System.Globalization;
using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Emit;
using FlowKernel.DuckDb.Emit.Rules;
using FlowKernel.DuckDb.External;
using FlowKernel.DuckDb.Tables;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.DuckDb;

/// <summary>
/// A place whose tables DuckDB reads on this machine. DuckDB starts with the first query; queries may run at the
/// same time.
/// </summary>
public sealed class EmbeddedConnection : IExplainingConnection
{
    private readonly IKqlLanguage _language;
    private readonly ITableCatalog _catalog;
    private readonly AttachedTables _tables;
    private readonly Lazy<DuckDbInstance> _instance;
    private readonly KeptTableLoader _kept;
    private readonly DataPlaces _places;
    private Task _warmUp = Task.CompletedTask;

    /// <summary>A connection; nothing is opened or read yet.</summary>
    /// <param name="name">Its name for people.</param>
    /// <param name="language">What lowers its queries.</param>
    /// <param name="catalog">The tables it has.</param>
    /// <param name="kept">Results that queries can name as well.</param>
    /// <param name="clock">Its clock.</param>
    /// <param name="options">How much of the machine it may use; null for the defaults.</param>
    public EmbeddedConnection(
        string name, IKqlLanguage language, ITableCatalog catalog, KeptTables kept, TimeProvider clock,
        EngineOptions? options = null)
    {
        Name = name;
        Clock = clock;
        _language = language;
        _catalog = catalog;
        options ??= new EngineOptions();
        _places = options.Places;
        _instance = new(() => new DuckDbInstance(catalog.Directories, options));
        _tables = new AttachedTables(catalog, _instance);
        _kept = new KeptTableLoader(kept, _instance);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public DatabaseSchema Schema => _catalog.Schema;

    /// <inheritdoc/>
    public TimeProvider Clock { get; }

    /// <summary>The SQL of a checked query, or what the embedded engine does not run of it.</summary>
    public Outcome<EmittedQuery> Emit(CheckedQuery query)
    {
        var plan = _language.Lower(query);
        if (!plan.Succeeded)
            return new(plan.Diagnostics);
        return plan.Value.Questions is [var question, ..]
            ? SchemaUnknown(question)
            : Emit(plan.Value, query.Scope, _tables);
    }

    /// <inheritdoc/>
    public Outcome<IReadOnlyList<ExplainedStage>> Explain(CheckedQuery query)
    {
        var plan = _language.Lower(query);
        if (!plan.Succeeded)
            return new(plan.Diagnostics);
        if (plan.Value.Questions.Count > 0)
            return new(SchemaStages(plan.Value, query.Scope));
        var emitted = Emit(plan.Value, query.Scope, new NamedTables(_catalog));
        if (!emitted.Succeeded)
            return new(emitted.Diagnostics);
        ExplainedStage[] stages =
        [
            new("plan", PlanText.Write(plan.Value)),
            new("optimiser", OptimizerText.Of(emitted.Value.Steps)),
            new("SQL", emitted.Value.Sql, "sql"),
        ];
        return stages;
    }

    private static Diagnostic SchemaUnknown(SchemaQuestion question) => new(
        "FK0161", "The columns of this operator are not known before the query runs.",
        new TextSpan(question.Offset, 0), "Write its columns after it: evaluate ... : (name:type, ...).");

    /// <summary>A plan with questions: the SQL that answers them; the rest is not known before that has run.</summary>
    private IReadOnlyList<ExplainedStage> SchemaStages(QueryPlan plan, QueryScope scope) =>
    [
        .. plan.Questions
            .Select(q => Emit(new QueryPlan([new PlanResult(q.Rows, null)]), scope, new NamedTables(_catalog)))
            .Where(sql => sql.Succeeded)
            .Select(sql => new ExplainedStage("columns", sql.Value!.Sql, "sql")),
    ];

    /// <inheritdoc/>
    public async Task<Outcome<QueryResult>> RunAsync(CheckedQuery query, CancellationToken cancellation)
    {
        try
        {
            return await RunCheckedAsync(query, cancellation);
        }
        catch (DiagnosticException e)
        {
            return new(e.Diagnostics);
        }
    }

    private async Task<Outcome<QueryResult>> RunCheckedAsync(CheckedQuery query, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var learning = new SchemaLearning(_language, (plan, token) => RunAsync(plan, query.Scope, token));
        var plan = await learning.PlanAsync(query, cancellation);
        if (!plan.Succeeded)
            return new(plan.Diagnostics);
        var lowered = clock.Elapsed;
        var emitted = Emit(plan.Value, query.Scope, _tables);
        if (!emitted.Succeeded)
            return new(emitted.Diagnostics);

        var ready = clock.Elapsed;
        var tables = await TablesAsync(plan.Value, query.Scope, emitted.Value, cancellation);
        if (!tables.Succeeded)
            return new(tables.Diagnostics);

        if (TooMany(plan.Value, tables.Value) is { } problem)
            return problem;

        var elapsed = clock.Elapsed;
        var statistics = new QueryStatistics(elapsed, Name)
        {
            Stages = [("lower", lowered), ("emit", ready - lowered), ("run", elapsed - ready)],
        };
        return new QueryResult(tables.Value, query.Render, statistics)
        {
            Kql = query.Kql,
            LaterRenders = [.. plan.Value.Results.Skip(1).Select(r => r.Render)],
        };
    }

    /// <summary>More rows than the query allows (https://learn.microsoft.com/kusto/concepts/query-limits).</summary>
    private static Diagnostic? TooMany(QueryPlan plan, IReadOnlyList<KqlTable> tables) => plan.Results
        .Zip(tables)
        .Where(r => r.First.MostRows is { Value: { } most }
            && r.Second.RowCount > Convert.ToInt64(most, CultureInfo.InvariantCulture))
        .Select(r => new Diagnostic(
            "FK0144", string.Create(
                CultureInfo.InvariantCulture,
                $"The result has {r.Second.RowCount:N0} rows, more than 'set truncationmaxrecords' allows."),
            r.First.MostRows!.Span, "Allow more, take fewer rows, or write 'set notruncation;'."))
        .FirstOrDefault();

    /// <summary>Starts DuckDB and opens its files, so that the first query does not wait for it.</summary>
    public Task WarmUpAsync(CancellationToken cancellation) => _warmUp = Task.Run(
        () =>
        {
            _ = _instance.Value;
            foreach (var table in Schema.Tables)
                _tables.Find(table.Name);
        },
        cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // DuckDB must not be left while it opens.
        await _warmUp.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_instance.IsValueCreated)
            _instance.Value.Dispose();
    }

    private async Task<Outcome<IReadOnlyList<KqlTable>>> RunAsync(
        QueryPlan plan, QueryScope scope, CancellationToken cancellation)
    {
        var emitted = Emit(plan, scope, _tables);
        return emitted.Succeeded
            ? await TablesAsync(plan, scope, emitted.Value, cancellation)
            : new(emitted.Diagnostics);
    }

    /// <summary>
    /// Runs a query. Where a native copy turns out to be damaged, once more without the copies; where imports have
    /// replaced the files of its tables, once more over the new ones; where a number leaves its 64 bits, once more with
    /// the slower arithmetic that wraps around.
    /// </summary>
    private async Task<Outcome<IReadOnlyList<KqlTable>>> TablesAsync(
        QueryPlan plan, QueryScope scope, EmittedQuery emitted, CancellationToken cancellation)
    {
        var state = _catalog.Snapshot();
        try
        {
            return await QueryRun.TablesAsync(_instance, emitted, cancellation);
        }
        catch (IOException) when (_tables.Distrust() || !ReferenceEquals(state, _catalog.Snapshot()))
        {
            return await RunAsync(plan, scope, cancellation);
        }
        catch (OverflowException)
        {
            var wrapping = Emit(plan, scope, _tables, wraps: true);
            return wrapping.Succeeded
                ? await TablesAsync(plan, scope, wrapping.Value, cancellation)
                : new(wrapping.Diagnostics);
        }
    }

    private Outcome<EmittedQuery> Emit(QueryPlan plan, QueryScope scope, ITableCatalog catalog, bool wraps = false)
    {
        var tables = new CatalogWithKept(RecentRows.Of(catalog.Snapshot(), scope), _kept);
        var emitted = SqlEmitter.Emit(plan, tables, scope.Now, wraps, _places);
        return emitted.Succeeded && scope.Limits is { } limits
            ? StatementLimits.Apply(emitted.Value, plan.Results, limits)
            : emitted;
    }
}
