namespace FlowKernel.DuckDb.Results;

/// <summary>What DuckDB says when a statement fails, such as <c>Conversion Error: …</c>.</summary>
internal sealed class EngineException(string message) : Exception(message)
{
    /// <summary>The kind of failure: what stands before the first colon.</summary>
    public string Kind => Message.Split(':')[0];

    /// <summary>True when a whole number left its 64 bits.</summary>
    public bool IsOverflow => Kind == "Out of Range Error" && (Reason.StartsWith("Overflow in ", StringComparison.Ordinal)
            || Reason.StartsWith("Overflow on abs(", StringComparison.Ordinal));

    /// <summary>The first line of what follows.</summary>
    public string Reason => Message[Math.Min(Message.Length, Kind.Length + 1)..].Split('\n')[0].Trim();
}
