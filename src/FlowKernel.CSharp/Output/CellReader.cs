using FlowKernel.CSharp.Weaving;
using FlowKernel.Notebook;

namespace FlowKernel.CSharp.Output;

/// <summary>A console reader that asks the user of the cell which reads.</summary>
internal sealed class CellReader(TextReader outside, Func<ICellOutput?> output) : TextReader
{
    public override string? ReadLine() => output() is { } cell
        ? cell.AskAsync("", password: false, CellCancellation.Token).GetAwaiter().GetResult()
        : outside.ReadLine();

    public override int Read() => output() is null
        ? outside.Read()
        : throw new NotSupportedException("A notebook reads whole lines only. Use Console.ReadLine().");

    public override int Peek() => output() is null ? outside.Peek() : -1;
}
