namespace FlowKernel.Session;

/// <summary>What code that runs inside a notebook cell shares without being handed it.</summary>
public static class CellScope
{
    private static readonly AsyncLocal<CancellationToken> Current = new();

    /// <summary>Cancelled when the user interrupts the running cell; none outside a cell.</summary>
    public static CancellationToken Cancellation
    {
        get => Current.Value;
        set => Current.Value = value;
    }
}
