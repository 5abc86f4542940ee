using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session.Mapping;
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
        if (Check(session, name) is { } mistake)
            return [mistake];
        return await IsTableNameAsync(session.Language, name, cancellation) ? [] : [Word(name)];
    }

    /// <summary>
    /// What speaks against a name that queries may also write as <c>['name']</c>: a connection's own table, or nothing
    /// there; null when it may be used.
    /// </summary>
    public static Diagnostic? Check(FlowSession session, string name) =>
        string.IsNullOrWhiteSpace(name) ? ClrTableMistakes.NoName()
        : session.ConnectionNames.FirstOrDefault(c => HasTable(session, c, name)) is { } connection
            ? Hides(name, connection)
            : null;

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

    private static TextSpan SpanOf(string name) => new(0, name.Length);

    private static Diagnostic Hides(string name, string connection) => new(
        "FK1105", $"'{name}' is a table of {connection}; rows kept under that name would hide it.", SpanOf(name),
        "Choose another name.");

    private static Diagnostic Word(string name) => new(
        "FK1106", $"'{name}' is a word of KQL, so no query could name a table so.", SpanOf(name),
        $"Choose another name, such as '{name}Rows'.");
}
