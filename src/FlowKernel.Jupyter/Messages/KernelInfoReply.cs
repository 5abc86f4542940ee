using System.Text.Json;

namespace FlowKernel.Jupyter.Messages;

/// <summary>Who the kernel is, which protocol it speaks and how its language is shown.</summary>
internal sealed record KernelInfoReply(KernelIdentity Identity) : IMessageContent
{
    /// <summary>The version of the messaging protocol.</summary>
    public const string ProtocolVersion = "5.5";

    public string Type => "kernel_info_reply";

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteOk();
        writer.WriteString("protocol_version", ProtocolVersion);
        writer.WriteString("implementation", "flowkernel");
        writer.WriteString("implementation_version", Identity.Version);
        writer.WriteString("banner", Identity.Banner);
        writer.WriteBoolean("debugger", false);
        writer.WriteTexts("supported_features", []);
        WriteLanguage(writer);
        WriteHelpLinks(writer);
    }

    private static void WriteLanguage(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("language_info");
        writer.WriteString("name", "C#");
        writer.WriteString("version", "14.0");
        writer.WriteString("mimetype", "text/x-csharp");
        writer.WriteString("file_extension", ".cs");
        writer.WriteString("pygments_lexer", "csharp");
        writer.WriteString("codemirror_mode", "text/x-csharp");
        writer.WriteEndObject();
    }

    private void WriteHelpLinks(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("help_links");
        foreach (var link in Identity.HelpLinks)
        {
            writer.WriteStartObject();
            writer.WriteString("text", link.Text);
            writer.WriteString("url", link.Url);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
