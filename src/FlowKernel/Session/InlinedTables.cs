using System.Globalization;
using System.Text;
using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Session.Enrichment;

namespace FlowKernel.Session;

/// <summary>
/// Writes the kept tables that a query names into its text, each as a <c>datatable</c>: for a connection that runs the
/// query's text elsewhere and has no other way to take them along. A connection that reads the tables itself, as the
/// embedded one does, has no use for this.
/// </summary>
public static class InlinedTables
{
    /// <summary>
    /// The text to run, and where the user's own begins in it; FK1150 when the tables take more than
    /// <paramref name="mostCharacters"/>.
    /// </summary>
    /// <param name="kql">The user's query.</param>
    /// <param name="kept">The kept tables.</param>
    /// <param name="mostCharacters">How long the tables' text may be, which the connection knows.</param>
    /// <param name="connection">The connection's name, for the message.</param>
    public static Outcome<InlinedQuery> Into(string kql, KeptTables kept, int mostCharacters, string connection)
    {
        var words = KqlScan.Words(kql).ToHashSet(StringComparer.Ordinal);
        var text = new StringBuilder();
        foreach (var name in kept.Names.Where(n => words.Contains(n) || IsQuoted(n, kql)))
        {
            Write(text, name, kept.Find(name)!, mostCharacters);
            if (text.Length > mostCharacters)
                return TooLarge(name, kept.Find(name)!, connection);
        }

        return new InlinedQuery(text + kql, text.Length);
    }

    // A name that is no plain word stands in brackets and quotes.
    private static bool IsQuoted(string name, string kql) =>
        KqlName.Quote(name) != name && kql.Contains(name, StringComparison.Ordinal);

    private static void Write(StringBuilder text, string name, KqlTable table, int most)
    {
        var columns = table.Columns.Select(c => $"{KqlName.Quote(c.Name)}:{c.Type.Name()}");
        text.Append("let ").Append(KqlName.Quote(name)).Append(" = datatable(").AppendJoin(", ", columns).Append(")[");
        for (var row = 0; row < table.RowCount && text.Length <= most; row++)
        {
            foreach (var (index, column) in table.Columns.Index())
                text.Append(KqlLiteral.Write(column.Type, table[row, index])).Append(',');
        }

        text.Append("];\n");
    }

    private static Diagnostic TooLarge(string name, KqlTable table, string connection) => new(
        "FK1150",
        string.Create(
            CultureInfo.InvariantCulture,
            $"The kept table '{name}' has {table.RowCount:N0} rows, too many to send along to {connection}."),
        default, "Summarize it first and keep that, or run the query on a local connection with --on.");
}

/// <summary>A query with the tables that it needs.</summary>
/// <param name="Kql">The text to run.</param>
/// <param name="Start">Where the user's query begins in it: what errors' offsets are to be reduced by.</param>
public sealed record InlinedQuery(string Kql, int Start);
