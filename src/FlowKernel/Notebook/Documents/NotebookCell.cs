using System.Text.Json.Nodes;
using FlowKernel.Notebook.Running;

namespace FlowKernel.Notebook.Documents;

/// <summary>A cell of a notebook file; what FlowKernel does not know in it is kept as it is.</summary>
public sealed class NotebookCell
{
    private readonly JsonObject _json;

    internal NotebookCell(JsonObject json) => _json = json;

    /// <summary>code, markdown or raw.</summary>
    public string Kind => (string?)_json["cell_type"] ?? "code";

    /// <summary>True for a cell that runs.</summary>
    public bool IsCode => Kind == "code";

    /// <summary>The cell's text.</summary>
    public string Source
    {
        get => MultilineText.Read(_json["source"]);
        set => _json["source"] = MultilineText.Write(value);
    }

    /// <summary>The cell's tags, such as <c>parameters</c>.</summary>
    public IReadOnlyList<string> Tags =>
        [.. (_json["metadata"]?["tags"] as JsonArray ?? []).Select(t => (string?)t ?? "")];

    /// <summary>True where the cell is meant to fail: it has Jupyter's tag <c>raises-exception</c>.</summary>
    public bool MayFail => Tags.Contains("raises-exception");

    /// <summary>
    /// The language that an editor marked the cell with (Visual Studio Code's <c>languageId</c>), or null.
    /// </summary>
    public string? Language =>
        ((_json["metadata"] as JsonObject)?["vscode"] as JsonObject)?["languageId"] is JsonValue value
        && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>The picture that a text cell brings under a name, as a data address; null where it brings none.</summary>
    public string? Attachment(string name)
    {
        if ((_json["attachments"] as JsonObject)?[name] is not JsonObject { Count: > 0 } forms)
            return null;
        var (type, data) = forms.First();
        return MultilineText.TryRead(data) is { } base64
            ? $"data:{type};base64,{base64.ReplaceLineEndings("")}"
            : null;
    }

    /// <summary>The outputs, in nbformat's shape.</summary>
    public JsonArray Outputs => _json["outputs"] as JsonArray ?? [];

    /// <summary>Replaces the outputs and the execution count.</summary>
    public void SetOutputs(int? executionCount, JsonArray outputs)
    {
        _json["execution_count"] = executionCount is { } count ? JsonValue.Create(count) : null;
        _json["outputs"] = outputs;
    }

    /// <summary>Adds something shown to the outputs of a cell that ran.</summary>
    public void AddOutput(MimeBundle shown) => Outputs.Add(NotebookJson.DisplayData(shown));

    /// <summary>A new cell.</summary>
    public static NotebookCell Create(string kind, string source)
    {
        var json = new JsonObject { ["cell_type"] = kind, ["metadata"] = new JsonObject() };
        if (kind == "code")
        {
            json["execution_count"] = null;
            json["outputs"] = new JsonArray();
        }

        json["source"] = MultilineText.Write(source);
        return new NotebookCell(json);
    }

    internal JsonObject Json => _json;
}
