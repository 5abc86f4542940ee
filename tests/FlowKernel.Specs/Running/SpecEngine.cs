using FlowKernel.Diagnostics;
using FlowKernel.DuckDb;
using FlowKernel.DuckDb.External;
using FlowKernel.DuckDb.Tables;
using FlowKernel.Kql;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session;

namespace FlowKernel.Specs.Running;

/// <summary>The language and the embedded engine as users have them, without any table.</summary>
internal static class SpecEngine
{
    private static readonly QueryScope Scope =
        new(DatabaseSchema.Empty, new DateTime(2024, 5, 6, 7, 8, 9, DateTimeKind.Utc));

    private static readonly KqlLanguage Language = new();

    // What queries call data/, wherever the tests run.
    private static readonly string Data = Path.Combine(AppContext.BaseDirectory, "Specs", "data");

    private static readonly EmbeddedConnection Connection = new(
        "specs", Language, NoTables.Instance, new KeptTables(), TimeProvider.System,
        new EngineOptions { Places = DataPlaces.Parse([Data]).OrThrow() });

    private static readonly SemaphoreSlim InSpecs = new(1);

    /// <summary>What a query gives; <c>now()</c> is 2024-05-06 07:08:09.</summary>
    public static async Task<Outcome<QueryResult>> RunAsync(string kql, CancellationToken cancellation)
    {
        var query = await Language.CheckAsync(kql, Scope, cancellation);
        if (!query.Succeeded)
            return new(query.Diagnostics);
        if (!kql.Contains("data/", StringComparison.Ordinal))
            return await Connection.RunAsync(query.Value, cancellation);
        await InSpecs.WaitAsync(cancellation);
        var before = Directory.GetCurrentDirectory();
        try
        {
            Directory.SetCurrentDirectory(Path.GetDirectoryName(Data)!);
            return await Connection.RunAsync(query.Value, cancellation);
        }
        finally
        {
            Directory.SetCurrentDirectory(before);
            InSpecs.Release();
        }
    }
}
