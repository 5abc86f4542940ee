using System.Text.Json;
using FlowKernel.Jupyter.Wire;

namespace FlowKernel.Jupyter.Execution;

/// <summary>A cell's text and the cursor in it, as a UTF-16 offset.</summary>
internal readonly record struct Cursor(string Code, int Offset)
{
    /// <summary>The <c>code</c> and <c>cursor_pos</c> of a request; without a position, the end of the text.</summary>
    public static Cursor From(JsonElement content)
    {
        var code = content.Text("code") ?? "";
        var position = content.Number("cursor_pos");
        return new Cursor(code, position is { } number ? CodePoints.OffsetOf(code, number) : code.Length);
    }
}
