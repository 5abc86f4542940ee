using System.Text;

namespace FlowKernel.FlowLogs.Reading;

/// <summary>
/// Makes bytes of a damaged file fit to be shown in a message: short, and without control characters.
/// </summary>
internal static class ShownText
{
    private const int Limit = 80;

    public static string Of(ReadOnlySpan<byte> utf8)
    {
        var text = Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, Limit)]);
        var shown = string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c));
        return utf8.Length > Limit ? shown + "…" : shown;
    }
}
