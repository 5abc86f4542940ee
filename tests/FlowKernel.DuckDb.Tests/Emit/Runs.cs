using FlowKernel.DuckDb.Emit;
using FlowKernel.DuckDb.Results;
using FlowKernel.DuckDb.Tables;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Schema;

namespace FlowKernel.DuckDb.Tests.Emit;

/// <summary>Emits plans, and runs them on a DuckDB that all tests share.</summary>
internal static class Runs
{
    private static readonly DuckDbInstance Instance = new([], new EngineOptions());

    public static EmittedStatement Emit(Relation relation, ITableCatalog? tables = null) =>
        SqlEmitter.Emit(Plan(relation), tables ?? NoTables.Instance, DateTime.UnixEpoch).OrThrow().Statements[0];

    private static QueryPlan Plan(Relation relation) => new([new PlanResult(relation, null)]);

    public static KqlTable Run(Relation relation, ITableCatalog? tables = null)
    {
        using var connection = Instance.Connect();
        return ResultReader.Read(connection, Emit(relation, tables), TestContext.Current.CancellationToken);
    }

    /// <summary>The rows, values separated by blanks, a null as <c>null</c>.</summary>
    public static string[] Lines(Relation relation, ITableCatalog? tables = null)
    {
        var table = Run(relation, tables);
        var rows = Enumerable.Range(0, table.RowCount);
        return [.. rows.Select(row => string.Join(' ', table.Vectors.Select(v => Show(v[row]))))];
    }

    private static string Show(object? value) =>
        value is null ? "null" : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!;

    internal sealed class OneTable(TableSource source) : ITableCatalog
    {
        public DatabaseSchema Schema => new("test", [source.Schema]);

        public IReadOnlyList<string> Directories => [];

        public TableSource? Find(string table) => table == source.Schema.Name ? source : null;
    }
}
