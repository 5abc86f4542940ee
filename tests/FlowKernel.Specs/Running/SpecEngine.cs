using FlowKernel.Diagnostics;
using FlowKernel.DuckDb;
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

    private static readonly EmbeddedConnection Connection =
        new("specs", Language, NoTables.Instance, new KeptTables(), TimeProvider.System);

    /// <summary>What a query gives; <c>now()</c> is 2024-05-06 07:08:09.</summary>
    public static async Task<Outcome<QueryResult>> RunAsync(string kql, CancellationToken cancellation)
    {
        var query = await Language.CheckAsync(kql, Scope, cancellation);
        return query.Succeeded
            ? await Connection.RunAsync(query.Value, cancellation)
            : new Outcome<QueryResult>(query.Diagnostics);
    }
}
