using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowKernel.CSharp.Errors;
using FlowKernel.CSharp.Weaving;
using FlowKernel.Notebook;
using FlowKernel.Notebook.Display;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.CSharp.Display;

/// <summary>
/// How C# values are shown: sequences and dictionaries as tables, objects by their properties, the rest as text. All
/// that comes from values is encoded.
/// </summary>
public static class ValueDisplay
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>
    /// The forms of a value. Reading it may run the user's code (lazy sequences, property getters), which an interrupt
    /// of the current cell stops; a getter that throws shows what it threw.
    /// </summary>
    /// <exception cref="OperationCanceledException">The current cell was interrupted.</exception>
    public static MimeBundle Of(object? value)
    {
        using var watch = CellCancellation.Watch(CellScope.Cancellation);
        return Show(value, CellScope.Cancellation);
    }

    private static MimeBundle Show(object? value, CancellationToken cancellation) => value switch
    {
        MimeBundle bundle => bundle,
        IDisplayable displayable => displayable.ToMimeBundle(),
        KqlTable table => TableDisplay.Bundle(table),
        JsonNode or JsonElement or JsonDocument => MimeBundle.Plain(JsonSerializer.Serialize(value, Indented)),
        Exception exception => MimeBundle.Plain(ExceptionText(exception)),
        Task task => MimeBundle.Plain(BriefText.Of(task)),
        _ when ScalarText.TryOf(value, out var text) => MimeBundle.Plain(text),
        byte[] bytes => MimeBundle.Plain(BriefText.Of(bytes)),
        Array { Rank: 2 } grid => Table(GridTable.Of(grid, cancellation)),
        IEnumerable items => Table(SequenceTable.Of(items, cancellation)),
        _ => Properties(value!),
    };

    private static MimeBundle Table(SequenceTable rows) =>
        TableDisplay.Bundle(rows.Table, TableDisplayOptions.Default with { Footer = rows.Unread });

    private static MimeBundle Properties(object value)
    {
        var members = ReadableMember.Of(value.GetType());
        if (members.Count == 0)
            return MimeBundle.Plain(BriefText.Of(value));
        var values = members.Select(m => m.Read(value)).ToList();
        var rows = members.Zip(values, (m, v) => new object?[] { m.Name, BriefText.Of(v) }).ToList();
        var table = KqlTable.FromRows(
            [new KqlColumn("property", KqlType.String), new KqlColumn("value", KqlType.String)], rows);
        // A record's own text has only the types of its collections.
        var own = values.Exists(v => v is ICollection) ? null : BriefText.Own(value);
        var plain = own ?? TableDisplay.Text(table);
        var options = TableDisplayOptions.Default with { Interactive = false };
        return MimeBundle.Of((MimeTypes.Html, TableDisplay.Html(table, options)), (MimeTypes.Plain, plain)) with
        {
            Table = table,
        };
    }

    private static string ExceptionText(Exception exception)
    {
        var head = $"{ClrTypeText.Of(exception.GetType())}: {CellWords.Of(exception)}";
        return string.Join('\n', CellStackTrace.Trimmed(exception).Prepend(head));
    }
}
