using System.Globalization;
using System.Text.Json.Nodes;
using FlowKernel.Notebook.Running;

namespace FlowKernel.Notebook.Exporting;

/// <summary>One thing that a cell wrote, so that it can be written again.</summary>
internal sealed class RecordedStep
{
    private readonly Action<NotebookOutput, MimeBundle?> _write;
    private MimeBundle? _bundle;
    private string? _gap;

    private RecordedStep(MimeBundle? bundle, long bytes, Action<NotebookOutput, MimeBundle?> write)
    {
        (_bundle, _write) = (bundle, write);
        OutputBytes = bytes;
        TableBytes = bundle?.Table is { } table ? Results.TableBytes.Of(table) : 0;
    }

    /// <summary>A text, or another sign to the front end.</summary>
    public static RecordedStep Of(Action<NotebookOutput> write, string text = "") =>
        new(null, (long)text.Length * sizeof(char), (output, _) => write(output));

    /// <summary>Something shown; how to show it is told apart, since its table may go before.</summary>
    public static RecordedStep Of(MimeBundle bundle, Action<NotebookOutput, MimeBundle> write) =>
        new(bundle, bundle.Data.Values.Sum(BytesOf), (output, kept) => write(output, kept!));

    /// <summary>What the step takes without the table behind it.</summary>
    public long OutputBytes { get; }

    /// <summary>What the whole table behind it takes; 0 where there is none, or no more.</summary>
    public long TableBytes { get; private set; }

    /// <summary>True when the table behind it has been let go.</summary>
    public bool HasGap => _gap is not null;

    /// <summary>Writes it again, and what is missing of it.</summary>
    public void Replay(NotebookOutput output)
    {
        _write(output, _bundle);
        if (_gap is { } gap)
            output.Display(ResultDisplay.Quiet(gap));
    }

    /// <summary>Lets go of the table behind it, not of what it showed.</summary>
    public void DropTable()
    {
        if (_bundle?.Table is not { } table)
            return;
        _gap = string.Create(
            CultureInfo.InvariantCulture,
            $"The data of this table is left out: {table.RowCount:N0} rows were too much to keep.");
        _bundle = _bundle with { Table = null };
        TableBytes = 0;
    }

    private static long BytesOf(JsonNode node) => sizeof(char) * (long)(
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text.Length : node.ToJsonString().Length);
}
