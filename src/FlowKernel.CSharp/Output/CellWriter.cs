using System.Text;

namespace FlowKernel.CSharp.Output;

/// <summary>A console writer that asks, for each write, which cell's output it goes to.</summary>
internal sealed class CellWriter(TextWriter outside, Func<Action<string>?> output) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        if (output() is { } write)
            write(value);
        else
            outside.Write(value);
    }

    public override void WriteLine(string? value) => Write(value + NewLine);

    public override void WriteLine() => Write(NewLine);

    public override void Flush() => outside.Flush();
}
