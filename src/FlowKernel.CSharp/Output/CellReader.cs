using FlowKernel.Notebook;

namespace FlowKernel.CSharp.Output;

/// <summary>A console reader that asks the user of the cell which reads.</summary>
internal sealed class CellReader(TextReader outside) : TextReader
{
    public override string? ReadLine() => CellScope.Output is { } cell
        ? cell.AskAsync("", password: false, CellScope.Cancellation).GetAwaiter().GetResult()
        : outside.ReadLine();

    public override int Read() => CellScope.Output is null
        ? outside.Read()
        : throw new NotSupportedException("A notebook reads whole lines only. Use Console.ReadLine().");

    public override int Peek() => CellScope.Output is null ? outside.Peek() : -1;
}
