using System.Text.Json;
using FlowKernel.Notebook;

namespace FlowKernel.Jupyter.Messages;

/// <summary>How a cell ended, for the front end that sent it.</summary>
internal sealed record ExecuteReply(int Count, CellResult Result) : IMessageContent
{
    public string Type => "execute_reply";

    public IReadOnlyList<(string Name, CellResult Result)> Expressions { get; init; } = [];

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteString("status", Result.Error is null ? "ok" : "error");
        writer.WriteNumber("execution_count", Count);
        if (Result.Error is { } error)
            writer.WriteError(error);
        WriteExpressions(writer);
        WritePages(writer);
    }

    private void WriteExpressions(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("user_expressions");
        foreach (var (name, result) in Expressions)
        {
            writer.WriteStartObject(name);
            WriteExpression(writer, result);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteExpression(Utf8JsonWriter writer, CellResult result)
    {
        if (result.Error is { } error)
        {
            writer.WriteString("status", "error");
            writer.WriteError(error);
            return;
        }

        writer.WriteOk();
        writer.WriteBundle(result.Value ?? MimeBundle.Plain(""));
    }

    private void WritePages(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("payload");
        foreach (var page in Result.Pages)
        {
            writer.WriteStartObject();
            writer.WriteString("source", "page");
            writer.WriteNodes("data", page.Data);
            writer.WriteNumber("start", 0);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
