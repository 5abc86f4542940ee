using FlowKernel.DuckDb.Emit;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Store;

/// <summary>Writes rows as parts: a file for each UTC day, its rows sorted.</summary>
internal sealed class PartWriter(StoreDatabase database, StoreFiles files, long nextPart)
{
    /// <summary>The number of the next part.</summary>
    public long NextPart { get; private set; } = nextPart;

    /// <summary>Writes the rows of a relation (a table or a query in brackets); gives the new parts.</summary>
    public List<StorePart> Write(StoreTable table, string relation, string selectList)
    {
        var days = database.Query(
            "SELECT TimeGenerated::DATE, count(*), min(TimeGenerated), max(TimeGenerated) " +
            $"FROM {relation} GROUP BY 1 ORDER BY 1",
            r => (r.GetFieldValue<DateOnly>(0), r.GetInt64(1), Utc(r.GetDateTime(2)), Utc(r.GetDateTime(3))));
        var parts = new List<StorePart>();
        foreach (var (day, rows, first, last) in days)
        {
            var part = new StorePart(NextPart++, table.Name, day, rows, first, last);
            database.Copy(Select(table, relation, selectList, day), files.Absolute(part.Path));
            parts.Add(part);
        }

        return parts;
    }

    private static string Select(StoreTable table, string relation, string selectList, DateOnly day)
    {
        var start = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var order = string.Join(", ", table.Order.Select(SqlText.Identifier));
        return $"SELECT {selectList} FROM {relation} WHERE TimeGenerated >= {Time(start)} " +
            $"AND TimeGenerated < {Time(start.AddDays(1))} ORDER BY {order}";
    }

    private static string Time(DateTime time) => SqlLiteral.Of(time, KqlType.DateTime);

    private static DateTime Utc(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Utc);
}
