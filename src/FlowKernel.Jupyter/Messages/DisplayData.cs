using System.Text.Json;
using FlowKernel.Notebook;

namespace FlowKernel.Jupyter.Messages;

/// <summary>Something to show, now or in place of what was shown under the same id.</summary>
internal sealed record DisplayData(MimeBundle Bundle, string? DisplayId, bool IsUpdate = false) : IMessageContent
{
    public string Type => IsUpdate ? "update_display_data" : "display_data";

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteBundle(Bundle);
        writer.WriteStartObject("transient");
        if (DisplayId is not null)
            writer.WriteString("display_id", DisplayId);
        writer.WriteEndObject();
    }
}
