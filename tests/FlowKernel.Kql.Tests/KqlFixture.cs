using FlowKernel.Diagnostics;
using FlowKernel.FlowLogs;
using FlowKernel.Kql.Tests;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session;

[assembly: AssemblyFixture(typeof(KqlFixture))]

namespace FlowKernel.Kql.Tests;

/// <summary>One language for all tests, since loading it takes a moment; and scopes to check against.</summary>
public sealed class KqlFixture : IDisposable
{
    public KqlLanguage Language { get; } = new();

    public static QueryScope FlowLogs { get; } =
        new(FlowLogTables.Database, new DateTime(2024, 5, 1, 0, 0, 0, DateTimeKind.Utc));

    public static QueryScope Small { get; } = new(
        new DatabaseSchema("small",
        [
            new TableSchema("T",
            [
                new KqlColumn("a", KqlType.Long), new KqlColumn("b", KqlType.Real), new KqlColumn("s", KqlType.String),
                new KqlColumn("t", KqlType.DateTime), new KqlColumn("d", KqlType.Dynamic),
            ]),
            new TableSchema("U",
            [
                new KqlColumn("a", KqlType.Long), new KqlColumn("s", KqlType.String), new KqlColumn("c", KqlType.Bool),
            ], "The other table."),
        ]),
        new DateTime(2024, 5, 1, 0, 0, 0, DateTimeKind.Utc))
    {
        Parameters = new Dictionary<string, QueryParameter> { ["ip"] = new(KqlType.String, "10.1.1.8") },
    };

    public Task<Outcome<CheckedQuery>> CheckAsync(string kql, QueryScope? scope = null) =>
        Language.CheckAsync(kql, scope ?? Small, TestContext.Current.CancellationToken);

    public void Dispose() => Language.Dispose();
}
