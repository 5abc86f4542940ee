using System.Reflection;
using FlowKernel.Diagnostics;

namespace FlowKernel.CSharp.Errors;

/// <summary>Tells FlowKernel's own failures from those of the user's code.</summary>
internal static class Blame
{
    /// <summary>
    /// True when the innermost code that is not .NET's is FlowKernel's, unless the exception is one that tells the user
    /// something: a mistake in a query or an argument, broken I/O, an interrupt.
    /// </summary>
    public static bool IsOurs(Exception exception, IReadOnlyList<CellFrame> frames) =>
        !TellsTheUser(exception) && !(IsOfAnArgument(exception) && IsGivenByTheUser(frames)) && IsOurs(frames);

    private static bool TellsTheUser(Exception exception) => exception
        is DiagnosticException or OperationCanceledException or IOException or UnauthorizedAccessException
        or ArgumentNullException or NotSupportedException or ObjectDisposedException or OutOfMemoryException
        or InsufficientExecutionStackException;

    private static bool IsOfAnArgument(Exception exception) => exception
        is ArgumentException or KeyNotFoundException or IndexOutOfRangeException or InvalidCastException;

    // Between the user's code and what threw there is nothing but what the user may call: an index that does not exist,
    // the name of no column.
    private static bool IsGivenByTheUser(IReadOnlyList<CellFrame> stack) =>
        stack.Any(f => f.IsUsers)
        && stack.TakeWhile(f => !f.IsUsers).All(f => !IsFlowKernel(f.Method) || IsPublic(f.Method!));

    private static bool IsPublic(MethodBase method) => method is { IsPublic: true, DeclaringType.IsVisible: true };

    private static bool IsOurs(IReadOnlyList<CellFrame> stack)
    {
        foreach (var frame in stack)
        {
            if (frame.IsUsers)
                return false;
            if (IsFlowKernel(frame.Method))
                return true;
        }

        return false;
    }

    // What is woven into cells, and what runs them, is on every stack.
    private static bool IsFlowKernel(MethodBase? method) =>
        method?.DeclaringType is { Namespace: { } space } type
        && space.StartsWith("FlowKernel", StringComparison.Ordinal)
        && type.Assembly.GetName().Name!.StartsWith("FlowKernel", StringComparison.Ordinal)
        && space is not ("FlowKernel.CSharp.Weaving" or "FlowKernel.CSharp.Submissions");
}
