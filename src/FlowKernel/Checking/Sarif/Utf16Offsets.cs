using System.Text;

namespace FlowKernel.Checking.Sarif;

/// <summary>Turns byte offsets of a UTF-8 text into UTF-16 offsets; to be asked in rising order.</summary>
internal sealed class Utf16Offsets(byte[] text)
{
    private int _bytes;
    private int _characters;

    /// <summary>The UTF-16 offset of a byte that begins a character, not before the one asked for last.</summary>
    public int Of(int bytes)
    {
        _characters += Encoding.UTF8.GetCharCount(text, _bytes, bytes - _bytes);
        _bytes = bytes;
        return _characters;
    }
}
