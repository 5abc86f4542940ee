using System.Globalization;
using FlowKernel.FlowLogs;
using FlowKernel.Schema;
using FlowKernel.Session;

namespace FlowKernel.Notebook.Kernel;

/// <summary>One line that says what a notebook is connected to, and what its now is where the data pins it.</summary>
public static class ConnectionNote
{
    private const int MostNamed = 12;

    /// <summary>The line, to show.</summary>
    public static MimeBundle Show(IQueryConnection connection, string? name) =>
        ResultDisplay.Quiet(Text(connection, name));

    /// <summary>The line as text; a name given with --as has the connection's own name beside it.</summary>
    public static string Text(IQueryConnection connection, string? name = null)
    {
        var now = connection.Clock == TimeProvider.System
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture, $" Its now is {connection.Clock.GetUtcNow():yyyy-MM-dd HH:mm} UTC.");
        return $"Connected to {Named(connection, name)}: {Tables(connection.Schema)}.{now}";
    }

    // A workspace has hundreds: those of flow logs are what a notebook is about.
    private static string Tables(DatabaseSchema schema)
    {
        var names = schema.Tables.Select(t => t.Name).ToList();
        if (names.Count <= MostNamed)
            return names.Count == 0 ? "no tables" : string.Join(", ", names);
        var first = names.OrderBy(n => FlowLogTables.Database.Find(n) is null).Take(MostNamed).ToList();
        return string.Create(
            CultureInfo.InvariantCulture, $"{string.Join(", ", first)} and {names.Count - MostNamed:N0} other tables");
    }

    // Results and reports say where a query ran by the connection's own name.
    private static string Named(IQueryConnection connection, string? name) =>
        name is null || name == connection.Name ? connection.Name : $"{name} ({connection.Name})";
}
