using FlowKernel.Notebook;

namespace FlowKernel.CSharp.Output;

/// <summary>
/// Sends what cell code writes to the console to the output of the cell that the writing code belongs to, also when it
/// writes from a task that outlives the cell. Code outside of cells keeps the process's own console.
/// </summary>
internal static class CellConsole
{
    private static readonly AsyncLocal<ICellOutput?> Current = new();
    private static readonly Lazy<bool> Installed = new(Install);

    /// <summary>Makes an output the current one for all that the caller starts from here on.</summary>
    public static void Begin(ICellOutput output)
    {
        _ = Installed.Value;
        Current.Value = output;
    }

    private static bool Install()
    {
        Console.SetOut(new CellWriter(Console.Out, () => Current.Value is { } o ? o.WriteOut : null));
        Console.SetError(new CellWriter(Console.Error, () => Current.Value is { } o ? o.WriteError : null));
        Console.SetIn(new CellReader(Console.In, () => Current.Value));
        return true;
    }
}
