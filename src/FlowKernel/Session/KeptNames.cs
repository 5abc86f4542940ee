using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Text;

namespace FlowKernel.Session;

/// <summary>Checks names under which rows are to be kept as a table.</summary>
public static class KeptNames
{
    /// <summary>
    /// What speaks against a name, with spans in it: a connection's own table, or a word that KQL does not read as the
    /// name of a table.
    /// </summary>
    public static async Task<IReadOnlyList<Diagnostic>> CheckAsync(
        FlowSession session, string name, CancellationToken cancellation)
    {
        var span = new TextSpan(0, name.Length);
        if (session.ConnectionNames.FirstOrDefault(c => HasTable(session, c, name)) is { } connection)
            return [Hides(name, connection, span)];
        return await IsTableNameAsync(session.Language, name, cancellation) ? [] : [Word(name, span)];
    }

    private static bool HasTable(FlowSession session, string connection, string name) =>
        session.Connection(connection).Value?.Schema.Find(name) is not null;

    // The language itself is asked, so that no list of its words is needed.
    private static async Task<bool> IsTableNameAsync(
        IKqlLanguage language, string name, CancellationToken cancellation)
    {
        var column = new KqlColumn("Kept", KqlType.Bool);
        var scope = new QueryScope(new DatabaseSchema("names", [new TableSchema(name, [column])]), DateTime.UnixEpoch);
        var query = await language.CheckAsync($"{name} | where Kept", scope, cancellation);
        return query.Value?.Columns is [var only] && only == column;
    }

    private static Diagnostic Hides(string name, string connection, TextSpan span) => new(
        "FK1105", $"'{name}' is a table of {connection}; rows kept under that name would hide it.", span,
        "Choose another name.");

    private static Diagnostic Word(string name, TextSpan span) => new(
        "FK1106", $"'{name}' is a word of KQL, so no query could name a table so.", span,
        $"Choose another name, such as '{name}Rows'.");
}
