using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowKernel.Diagnostics;
using FlowKernel.Text;

namespace FlowKernel.Notebook.Documents;

/// <summary>
/// A notebook file (nbformat 4, https://nbformat.readthedocs.io); unknown parts are kept as they are.
/// </summary>
public sealed class NotebookDocument
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly JsonObject _root;

    private NotebookDocument(JsonObject root, List<NotebookCell> cells)
    {
        _root = root;
        Cells = cells;
    }

    /// <summary>The cells, in order.</summary>
    public IReadOnlyList<NotebookCell> Cells { get; }

    /// <summary>The name of the kernel that it is for, or null when it does not say.</summary>
    public string? Kernel => TextOf((_root["metadata"] as JsonObject)?["kernelspec"] as JsonObject, "name");

    /// <summary>A new notebook for the FlowKernel kernel.</summary>
    public static NotebookDocument Create(IEnumerable<NotebookCell> cells) => new(
        new JsonObject
        {
            ["cells"] = new JsonArray(),
            ["metadata"] = KernelMetadata(),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 4,
        },
        [.. cells]);

    /// <summary>Reads a notebook file's text; a diagnostic when it is not one.</summary>
    public static Outcome<NotebookDocument> Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json) is JsonObject root && root["cells"] is JsonArray cells
                ? new NotebookDocument(root, [.. cells.OfType<JsonObject>().Select(c => new NotebookCell(c))])
                : NotANotebook("it has no list of cells");
        }
        catch (JsonException e)
        {
            return NotANotebook($"it is not JSON (line {(e.LineNumber ?? 0) + 1})");
        }
    }

    /// <summary>The file's text, ending with a line end.</summary>
    public override string ToString()
    {
        if (_root["cells"] is JsonArray cells && !cells.SequenceEqual(Cells.Select(c => c.Json)))
            _root["cells"] = new JsonArray([.. Cells.Select(c => c.Json)]);
        return _root.ToJsonString(Layout) + "\n";
    }

    private static string? TextOf(JsonObject? holder, string name) =>
        holder?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static JsonObject KernelMetadata() => new()
    {
        ["kernelspec"] = new JsonObject
        {
            ["display_name"] = "FlowKernel (C#, KQL)",
            ["language"] = "C#",
            ["name"] = "flowkernel",
        },
        ["language_info"] = new JsonObject
        {
            ["file_extension"] = ".cs",
            ["mimetype"] = "text/x-csharp",
            ["name"] = "C#",
            ["pygments_lexer"] = "csharp",
        },
    };

    private static Diagnostic NotANotebook(string reason) => new(
        "FK0901", $"This is not a notebook: {reason}.", new TextSpan(0, 0), "Give a Jupyter notebook file (.ipynb).");
}
