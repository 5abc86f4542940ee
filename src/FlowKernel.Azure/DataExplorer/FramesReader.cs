using System.Text.Json;
using FlowKernel.Azure.Results;
using FlowKernel.Notebook.Progress;
using FlowKernel.Results;

namespace FlowKernel.Azure.DataExplorer;

/// <summary>
/// Reads the frames of an answer, whole tables or pieces of them as they come
/// (https://learn.microsoft.com/kusto/api/rest/response-http-v2).
/// </summary>
internal sealed class FramesReader(IProgress<ProgressStep> progress)
{
    private const string Primary = "PrimaryResult";
    private const string Properties = "QueryProperties";

    private readonly Dictionary<int, RowsReader> _results = [];
    private readonly List<int> _order = [];
    private readonly List<ServiceError> _errors = [];
    private readonly Dictionary<int, RenderProperties> _renders = [];
    private bool _failed;

    /// <summary>
    /// Reads all frames. Throws <see cref="IOException"/> and <see cref="JsonException"/> for an answer that is none.
    /// </summary>
    public async Task<ServiceAnswer> ReadAsync(Stream content, CancellationToken cancellation)
    {
        var frames = JsonSerializer.DeserializeAsyncEnumerable(content, AnswerJson.Default.JsonElement, cancellation);
        var complete = false;
        await foreach (var frame in frames)
            complete |= Read(frame);
        if (!complete)
            throw new IOException("The answer of the cluster ended before its end.");
        return new ServiceAnswer(
            _failed ? [] : [.. _order.Select(id => _results[id].ToTable())],
            [.. _order.Select(id => _renders.GetValueOrDefault(id))],
            _errors);
    }

    /// <summary>Reads a frame; true for the last.</summary>
    private bool Read(JsonElement frame)
    {
        switch (Text(frame, "FrameType"))
        {
            case "DataTable":
                Begin(frame);
                Add(frame);
                break;
            case "TableHeader":
                Begin(frame);
                break;
            case "TableFragment":
                Add(frame);
                break;
            case "TableProgress":
                progress.Report(new ProgressStep(RowsSoFar, frame.GetProperty("TableProgress").GetDouble() / 100));
                break;
            case "TableCompletion":
                AddErrors(frame);
                break;
            case "DataSetCompletion":
                _failed |= Flag(frame, "HasErrors") || Flag(frame, "Cancelled");
                AddErrors(frame);
                return true;
        }

        return false;
    }

    private string RowsSoFar => FormattableString.Invariant($"{_results.Values.Sum(r => r.Count):N0} rows");

    private void Begin(JsonElement frame)
    {
        if (Text(frame, "TableKind") != Primary)
            return;
        var columns = ColumnsReader.Read(frame.GetProperty("Columns"), "ColumnName", "ColumnType", "DataType");
        _order.Add(Id(frame));
        _results[Id(frame)] = new RowsReader(Text(frame, "TableName"), columns, dynamicAsText: false);
    }

    private void Add(JsonElement frame)
    {
        if (Text(frame, "TableKind") == Properties)
            AddProperties(frame.GetProperty("Rows"));
        if (!_results.TryGetValue(Id(frame), out var rows))
            return;
        if (Text(frame, "TableFragmentType") == "DataReplace")
            rows.Clear();
        foreach (var other in rows.Add(frame.GetProperty("Rows")))
        {
            _failed = true;
            AddErrors(other);
        }

        progress.Report(new ProgressStep(RowsSoFar));
    }

    private void AddErrors(JsonElement owner)
    {
        if (!owner.TryGetProperty("OneApiErrors", out var errors) || errors.ValueKind != JsonValueKind.Array)
            return;
        foreach (var error in errors.EnumerateArray())
        {
            var read = ServiceError.Read(error.TryGetProperty("error", out var inner) ? inner : error);
            if (!_errors.Contains(read))
                _errors.Add(read);
        }
    }

    private void AddProperties(JsonElement rows)
    {
        foreach (var row in rows.EnumerateArray())
        {
            if (row[1].GetString() == "Visualization" && VisualizationReader.Read(row[2]) is { } render)
                _renders[row[0].GetInt32()] = render;
        }
    }

    private static int Id(JsonElement frame) => frame.GetProperty("TableId").GetInt32();

    private static bool Flag(JsonElement frame, string name) =>
        frame.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static string Text(JsonElement frame, string name) =>
        frame.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
