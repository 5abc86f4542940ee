using FlowKernel.Notebook.Display;

namespace FlowKernel.Notebook.Kernel.Errors;

/// <summary>A cell that took all of the memory or of the stack: what happened in plain words, and what to do.</summary>
/// <param name="Name">The exception's name.</param>
/// <param name="Message">What happened.</param>
/// <param name="Hint">What to do.</param>
internal sealed record Exhaustion(string Name, string Message, string Hint)
{
    /// <summary>What an exception says was exhausted; null for other exceptions.</summary>
    public static Exhaustion? Of(Exception exception) => exception switch
    {
        OutOfMemoryException => Memory(),
        InsufficientExecutionStackException => Stack(),
        _ => null,
    };

    /// <summary>Of several exceptions that tasks threw together, the one that says what was exhausted, if one does.</summary>
    public static Exception CauseOf(Exception exception) => exception is AggregateException several
        ? several.Flatten().InnerExceptions.FirstOrDefault(e => Of(e) is not null) ?? exception
        : exception;

    private static Exhaustion Memory() => new(
        nameof(OutOfMemoryException),
        $"The cell needed more memory than the kernel may use, which is {Limit}. Variables keep their values.",
        "Set large variables that you no longer need to null, or ask for fewer rows or columns. In Jupyter, the "
        + "environment variable FLOWKERNEL_MEMORY_LIMIT raises the limit of kernels that start after it is set.");

    private static Exhaustion Stack() => new(
        nameof(InsufficientExecutionStackException),
        "A function calls itself without end, or too deeply. Variables keep their values.",
        "Check the condition that ends the recursion, or use a loop.");

    private static string Limit => ByteText.Of(CellMemory.Limit);
}
