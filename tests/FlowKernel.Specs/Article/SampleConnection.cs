using FlowKernel.DuckDb;
using FlowKernel.DuckDb.Store;
using FlowKernel.FlowLogs.Sample;
using FlowKernel.Kql;
using FlowKernel.Recipes;
using FlowKernel.Results;
using FlowKernel.Session;

namespace FlowKernel.Specs.Article;

/// <summary>The default sample as users have it: a store, the language, the embedded engine.</summary>
public sealed class SampleConnection : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flowkernel-article");
    private readonly KqlLanguage _language = new();
    private EmbeddedConnection? _connection;

    public async ValueTask InitializeAsync()
    {
        (await SampleStore.MakeAsync(_folder.FullName, new SampleOptions(), null, Cancellation)).OrThrow();
        var store = FlowStore.Open(_folder.FullName).OrThrow();
        _connection = new("sample", _language, store, new KeptTables(), store.Clock(TimeProvider.System));
    }

    public async ValueTask DisposeAsync()
    {
        await _connection!.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    internal Task<KqlTable> RunAsync(Recipe recipe) => RunAsync(recipe.Kql, recipe.Defaults.Values);

    internal Task<KqlTable> RunAsync(string kql) => RunAsync(kql, new Dictionary<string, QueryParameter>());

    private async Task<KqlTable> RunAsync(string kql, IReadOnlyDictionary<string, QueryParameter> parameters)
    {
        var now = _connection!.Clock.GetUtcNow().UtcDateTime;
        var scope = new QueryScope(_connection.Schema, now) { Parameters = parameters };
        var query = (await _language.CheckAsync(kql, scope, Cancellation)).OrThrow();
        return (await _connection.RunAsync(query, Cancellation)).OrThrow().Table;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
