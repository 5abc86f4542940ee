using System.Runtime.CompilerServices;
using FlowKernel.Notebook;

namespace FlowKernel.CSharp.Weaving;

/// <summary>
/// What makes running C# stop when asked. Calls of these methods are woven into the loops and functions of every cell;
/// cell code may also use <see cref="Token"/> itself.
/// </summary>
public static class CellCancellation
{
    private const nuint MostStackOfAsync = 2 << 20;

    // The highest place at which one was entered on this thread: a stack grows downwards.
    [ThreadStatic]
    private static nuint _stackTop;

    /// <summary>
    /// Cancelled when the cell that the caller belongs to is interrupted; follows its tasks and threads.
    /// </summary>
    public static CancellationToken Token => CellScope.Cancellation;

    /// <summary>
    /// Throws <see cref="OperationCanceledException"/> once the caller's cell has been interrupted, and
    /// <see cref="OutOfMemoryException"/> while there is too little memory for the kernel itself.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ThrowIfCancelled()
    {
        // The token follows the flow of execution, which is slow to read: look only while some cell is stopping.
        if (CellStop.IsDue)
            ThrowIfMeant();
    }

    /// <summary>As <see cref="ThrowIfCancelled"/>; gives what a clause of a query has worked out for an element.</summary>
    public static T Each<T>(T value)
        where T : allows ref struct
    {
        ThrowIfCancelled();
        return value;
    }

    /// <summary>
    /// As <see cref="ThrowIfCancelled"/>; also throws <see cref="InsufficientExecutionStackException"/> where one more
    /// call could overflow the stack, which would end the process.
    /// </summary>
    public static void EnterFunction()
    {
        EnterCleanUp();
        ThrowIfCancelled();
    }

    /// <summary>As <see cref="EnterFunction"/>, for a function that cleans up: an interrupt does not end it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void EnterCleanUp() => RuntimeHelpers.EnsureSufficientExecutionStack();

    /// <summary>As <see cref="EnterFunction"/>; always true.</summary>
    public static bool EnterObject()
    {
        EnterFunction();
        return true;
    }

    /// <summary>
    /// As <see cref="EnterFunction"/>, for an <c>async</c> function, of which fewer may be inside each other: an exception goes
    /// out of each of them anew, with the stack so far, and tens of thousands would take minutes.
    /// </summary>
    public static void EnterAsyncFunction()
    {
        EnterAsyncCleanUp();
        ThrowIfCancelled();
    }

    /// <summary>As <see cref="EnterAsyncFunction"/>, for a function that cleans up: an interrupt does not end it.</summary>
    public static unsafe void EnterAsyncCleanUp()
    {
        EnterCleanUp();
        byte here;
        var place = (nuint)(&here);
        if (place > _stackTop)
            _stackTop = place;
        else if (_stackTop - place > MostStackOfAsync)
            throw new InsufficientExecutionStackException();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowIfMeant()
    {
        var token = CellScope.Cancellation;
        // In this order: a cell that is interrupted for want of memory is told the want.
        var isCancelled = token.IsCancellationRequested;
        if (CellMemory.IsExhausted)
            throw new OutOfMemoryException();
        if (isCancelled)
            throw new OperationCanceledException(token);
    }

    /// <summary>Until the answer is disposed, checks look at their token once this one is cancelled.</summary>
    internal static IDisposable Watch(CancellationToken token) => new Watching(token);

    private sealed class Watching : IDisposable
    {
        private readonly CancellationTokenRegistration _registration;
        private bool _counted;

        public Watching(CancellationToken token) => _registration = token.Register(() =>
        {
            CellStop.Add();
            _counted = true;
        });

        public void Dispose()
        {
            // Waits for a registration that is just being called, so the count below is right.
            _registration.Dispose();
            if (_counted)
                CellStop.Remove();
        }
    }
}
