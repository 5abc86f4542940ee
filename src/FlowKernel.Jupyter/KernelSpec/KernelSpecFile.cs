using System.Text.Encodings.Web;
using System.Text.Json;
using FlowKernel.Jupyter.Messages;
using FlowKernel.Jupyter.Wire;

namespace FlowKernel.Jupyter.KernelSpec;

/// <summary>The file <c>kernel.json</c> (jupyter-client documentation, "Kernel specs").</summary>
internal static class KernelSpecFile
{
    public const string Name = "kernel.json";

    private static readonly JsonWriterOptions Options =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream stream, KernelCommand command)
    {
        using (var writer = new Utf8JsonWriter(stream, Options))
            Write(writer, command);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>The command of a spec; null when the file is not one.</summary>
    public static KernelCommand? Read(string path)
    {
        try
        {
            var json = JsonElement.Parse(File.ReadAllBytes(path));
            var arguments = json.TextList("argv");
            return arguments.Count == 0 ? null : new KernelCommand(
                arguments, json.Texts("env").ToDictionary(variable => variable.Name, variable => variable.Text));
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Write(Utf8JsonWriter writer, KernelCommand command)
    {
        writer.WriteStartObject();
        writer.WriteTexts("argv", command.Arguments);
        writer.WriteString("display_name", "FlowKernel (C#, KQL)");
        writer.WriteString("language", "C#");
        writer.WriteString("interrupt_mode", "message");
        writer.WriteString("kernel_protocol_version", KernelInfoReply.ProtocolVersion);
        writer.WriteStartObject("env");
        foreach (var (name, value) in command.Variables)
            writer.WriteString(name, value);
        writer.WriteEndObject();
        writer.WriteStartObject("metadata");
        writer.WriteBoolean("debugger", false);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
