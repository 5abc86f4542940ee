using FlowKernel.Notebook;

namespace FlowKernel.CSharp.Output;

/// <summary>
/// Sends what cell code writes to the console to the output of the cell that the writing code belongs to, also when it
/// writes from a task that outlives the cell. Code outside of cells keeps the process's own console.
/// </summary>
internal static class CellConsole
{
    private static readonly Lazy<bool> Installed = new(Redirect);

    /// <summary>Redirects the process's console; once is enough.</summary>
    public static void Install() => _ = Installed.Value;

    private static bool Redirect()
    {
        Console.SetOut(new CellWriter(Console.Out, () => CellScope.Output is { } o ? o.WriteOut : null));
        Console.SetError(new CellWriter(Console.Error, () => CellScope.Output is { } o ? o.WriteError : null));
        Console.SetIn(new CellReader(Console.In));
        return true;
    }
}
