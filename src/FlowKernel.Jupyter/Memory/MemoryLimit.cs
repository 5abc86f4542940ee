using FlowKernel.Diagnostics;
using FlowKernel.Notebook;
using FlowKernel.Text;

namespace FlowKernel.Jupyter.Memory;

/// <summary>How much memory a kernel may use for what cells hold.</summary>
public sealed record MemoryLimit(long Bytes)
{
    /// <summary>The environment variable that sets it.</summary>
    public const string Variable = "FLOWKERNEL_MEMORY_LIMIT";

    private const double DefaultShare = 0.6;
    private const long Least = 256L << 20;

    /// <summary>
    /// A limit in bytes: <c>8G</c>, <c>1500M</c>, <c>50%</c> of <paramref name="available"/>, or plain bytes; without a
    /// text 60 %. Fails with FK0815 when it is none of these or less than 256 MiB.
    /// </summary>
    public static Outcome<MemoryLimit> Parse(string? text, long available)
    {
        if (string.IsNullOrWhiteSpace(text))
            return Default(available);
        return MemorySize.Parse(text.Trim(), available) is { } bytes and >= Least ? new MemoryLimit(bytes) : Unusable(text);
    }

    /// <summary>60 % of <paramref name="available"/>, in bytes.</summary>
    public static MemoryLimit Default(long available) => new((long)(available * DefaultShare));

    private static Diagnostic Unusable(string text) => new(
        "FK0815",
        $"The memory limit '{text}' is not one.",
        new TextSpan(0, 0),
        $"Set {Variable} to a size of at least 256M, such as 8G, or to a share of the machine's memory, such as 50%.");
}
