using System.Globalization;
using FlowKernel.Session;

namespace FlowKernel.Notebook.Kernel;

/// <summary>One line that says what a notebook is connected to, and what its now is where the data pins it.</summary>
public static class ConnectionNote
{
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
        var tables = string.Join(", ", connection.Schema.Tables.Select(t => t.Name));
        return $"Connected to {Named(connection, name)}: {tables}.{now}";
    }

    // Results and reports say where a query ran by the connection's own name.
    private static string Named(IQueryConnection connection, string? name) =>
        name is null || name == connection.Name ? connection.Name : $"{name} ({connection.Name})";
}
