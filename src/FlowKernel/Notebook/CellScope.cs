namespace FlowKernel.Notebook;

/// <summary>
/// What code that runs inside a notebook cell shares without being handed it; flows with async calls.
/// </summary>
public static class CellScope
{
    private static readonly AsyncLocal<CancellationToken> CurrentCancellation = new();
    private static readonly AsyncLocal<ICellOutput?> CurrentOutput = new();

    /// <summary>Cancelled when the user interrupts the running cell; none outside a cell.</summary>
    public static CancellationToken Cancellation => CurrentCancellation.Value;

    /// <summary>Where the running cell's output goes; null outside a cell.</summary>
    public static ICellOutput? Output => CurrentOutput.Value;

    /// <summary>Makes these the current ones for the calling method and all that it calls.</summary>
    public static void Enter(ICellOutput output, CancellationToken cancellation)
    {
        CurrentOutput.Value = output;
        CurrentCancellation.Value = cancellation;
    }
}
