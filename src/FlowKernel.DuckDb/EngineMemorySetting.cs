using FlowKernel.Diagnostics;
using FlowKernel.Notebook;
using FlowKernel.Text;

namespace FlowKernel.DuckDb;

/// <summary>What users set as the memory that queries may take before they use the disk.</summary>
/// <param name="Bytes">The limit; null where it is left to <see cref="EngineOptions.MemoryLimit"/>.</param>
public sealed record EngineMemorySetting(long? Bytes)
{
    /// <summary>The environment variable.</summary>
    public const string Variable = "FLOWKERNEL_ENGINE_MEMORY";

    /// <summary>
    /// A limit: <c>6GiB</c>, <c>1500M</c>, <c>40%</c> of <paramref name="available"/> bytes, or plain bytes; none without a
    /// text. Fails with FK0176 when it is none of these or less than 256 MiB.
    /// </summary>
    public static Outcome<EngineMemorySetting> Parse(string? text, long available)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new EngineMemorySetting(null as long?);
        return MemorySize.Parse(text.Trim(), available) is { } bytes and >= EngineMemory.Least
            ? new EngineMemorySetting(bytes)
            : Unusable(text);
    }

    private static Diagnostic Unusable(string text) => new(
        "FK0176", $"The memory '{text}' for queries is no size.", new TextSpan(0, 0),
        $"Set {Variable} to a size of at least 256MiB, such as 6GiB, or to a share of the machine's memory, such as 40%; or "
        + "remove it.");
}
