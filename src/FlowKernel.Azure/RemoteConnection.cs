using System.Diagnostics;
using System.Text.Json;
using Azure.Identity;
using FlowKernel.Azure.Access;
using FlowKernel.Azure.Http;
using FlowKernel.Azure.Results;
using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Display;
using FlowKernel.Notebook.Progress;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session;

namespace FlowKernel.Azure;

/// <summary>
/// A place in Azure: the checked query is sent in the user's own words, with the parameters and kept tables that it names
/// written before it; the service runs it.
/// </summary>
/// <param name="name">Its name for people.</param>
/// <param name="kept">Results that queries can name as well.</param>
/// <param name="clock">Its clock.</param>
/// <param name="way">How the user signs in, as <see cref="SignInWays"/> names it.</param>
internal abstract class RemoteConnection(string name, KeptTables kept, TimeProvider clock, string way)
    : IExplainingConnection
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public DatabaseSchema Schema { get; private set; } = DatabaseSchema.Empty;

    /// <inheritdoc/>
    public TimeProvider Clock => clock;

    /// <summary>Signs in and reads what there is to query, with the first request that needs it.</summary>
    public async Task<Outcome<IQueryConnection>> OpenAsync(CancellationToken cancellation)
    {
        var schema = await GuardAsync(ReadSchemaAsync, cancellation);
        if (!schema.Succeeded)
            return new(schema.Diagnostics);
        Schema = schema.Value;
        return this;
    }

    /// <inheritdoc/>
    public Task<Outcome<QueryResult>> RunAsync(CheckedQuery query, CancellationToken cancellation) =>
        RunAsync(query, new Progress<ProgressStep>(), cancellation);

    /// <inheritdoc/>
    public async Task<Outcome<QueryResult>> RunAsync(
        CheckedQuery query, IProgress<ProgressStep> progress, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        SignIn.TellTo(text => progress.Report(new ProgressStep(text)));
        var sent = SentQuery.Of(query, kept, name);
        if (!sent.Succeeded)
            return new(sent.Diagnostics);
        var answer = await GuardAsync(token => AskAsync(sent.Value, query.Scope, progress, token), cancellation);
        return answer.Succeeded
            ? ResultOf(answer.Value, sent.Value, query, clock.Elapsed)
            : new Outcome<QueryResult>(answer.Diagnostics);
    }

    /// <inheritdoc/>
    public Outcome<IReadOnlyList<ExplainedStage>> Explain(CheckedQuery query)
    {
        var sent = SentQuery.Of(query, kept, name);
        if (!sent.Succeeded)
            return new(sent.Diagnostics);
        ExplainedStage[] stages = [new("sent", sent.Value.Kql, "kusto"), new("request", RequestText(query.Scope))];
        return stages;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Where it is, in a word or two, for people.</summary>
    protected virtual string Place => name;

    /// <summary>Reads the tables and functions.</summary>
    protected abstract Task<Outcome<DatabaseSchema>> ReadSchemaAsync(CancellationToken cancellation);

    /// <summary>Has a query run.</summary>
    protected abstract Task<Outcome<ServiceAnswer>> AskAsync(
        SentQuery query, QueryScope scope, IProgress<ProgressStep> progress, CancellationToken cancellation);

    /// <summary>What is sent along with a query's text, for people.</summary>
    protected abstract string RequestText(QueryScope scope);

    /// <summary>The schema that a service describes in its answer to a request, or why it does not.</summary>
    protected async Task<Outcome<DatabaseSchema>> DescribedAsync(
        ServicePipeline pipeline, ServiceRequest request, Func<string, JsonElement, DatabaseSchema> read,
        CancellationToken cancellation)
    {
        using var response = await pipeline.SendAsync(request, cancellation);
        if (!response.Succeeded)
            return await FailureAsync(response, cancellation);
        using var answer = await response.JsonAsync(cancellation);
        return read(name, answer.RootElement);
    }

    /// <summary>What an answer without success says of the place.</summary>
    protected abstract Task<Diagnostic> FailureAsync(ServiceResponse response, CancellationToken cancellation);

    /// <summary>Says how much has come.</summary>
    protected static Action<long> TellBytes(IProgress<ProgressStep> progress) =>
        bytes => progress.Report(new ProgressStep($"received {ByteText.Of(bytes)}"));

    private async Task<Outcome<T>> GuardAsync<T>(
        Func<CancellationToken, Task<Outcome<T>>> work, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return await work(cancellation);
        }
        catch (AuthenticationFailedException e) when (!cancellation.IsCancellationRequested)
        {
            return RemoteMistakes.NotSignedIn(e, way);
        }
        catch (IOException e)
        {
            return RemoteMistakes.Unreachable(e);
        }
        catch (JsonException e)
        {
            return RemoteMistakes.Unreachable(new IOException($"{name} answered what is no answer to a query.", e));
        }
    }

    private Outcome<QueryResult> ResultOf(ServiceAnswer answer, SentQuery sent, CheckedQuery query, TimeSpan elapsed)
    {
        if (answer.Tables.Count == 0)
        {
            return answer.Errors is [var error, ..]
                ? RemoteMistakes.Refused(error, sent, Place)
                : RemoteMistakes.Refused(new ServiceError("", "It gave no result."), sent, Place);
        }

        var result = new QueryResult(
            answer.Tables, query.Render ?? answer.Renders.FirstOrDefault(),
            new QueryStatistics(elapsed, Place) { Stages = [("run", elapsed)] })
        {
            Kql = query.Kql,
            LaterRenders = [.. answer.Renders.Skip(1)],
        };
        return new(result, [.. answer.Errors.Select(e => RemoteMistakes.Partial(e, Place))]);
    }
}
