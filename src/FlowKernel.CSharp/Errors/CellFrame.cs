using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using FlowKernel.CSharp.Submissions;
using FlowKernel.CSharp.Weaving;
using FlowKernel.Notebook.Kernel.Errors;

namespace FlowKernel.CSharp.Errors;

/// <summary>A frame of an exception's stack.</summary>
/// <param name="Method">What was called; null when the runtime does not know.</param>
/// <param name="IsUsers">True when it is of a cell.</param>
/// <param name="Place">Where in the user's text; null when it is not of a cell, or not known.</param>
/// <param name="InFile">Where in a file that a cell has loaded, in words; null when it is not of one.</param>
internal readonly record struct CellFrame(MethodBase? Method, bool IsUsers, CellPlace? Place, string? InFile = null)
{
    /// <summary>The frames of an exception, innermost call first.</summary>
    public static IReadOnlyList<CellFrame> Of(Exception exception)
    {
        var frames = new StackTrace(exception, fNeedFileInfo: true).GetFrames();
        var read = new CellFrame[frames.Length];
        for (var i = 0; i < frames.Length; i++)
        {
            // Runaway recursion leaves hundreds of thousands of one frame.
            read[i] = i > 1 && AreOne(frames[i - 1], frames[i]) && CellPlaces.Of(exception, i - 1) is null
                ? read[i - 1]
                : Read(exception, frames[i], i);
        }

        return read;
    }

    private static bool AreOne(StackFrame one, StackFrame other) =>
        one.GetILOffset() == other.GetILOffset() && one.GetNativeOffset() == other.GetNativeOffset()
        && one.GetMethod() is { } method && ReferenceEquals(method, other.GetMethod());

    // What was noted comes first: for a check that fails the runtime may name the first line of the function.
    private static CellFrame Read(Exception exception, StackFrame frame, int index)
    {
        var method = frame.HasMethod() ? frame.GetMethod() : null;
        var place = CellPath.Of(frame);
        if (method is null || !SubmissionCompiler.IsCell(method.Module.Assembly.GetName()))
            return new CellFrame(method, IsUsers: place is not null, place);
        if (CellPlaces.Of(exception, index) is { } inside && LoadedTexts.PathOf(inside.Cell) is { } file)
            return new CellFrame(method, IsUsers: true, Place: null, LineOf(file, inside.Line));
        var noted = CellPlaces.Of(exception, index)
            ?? (FunctionName.IsOfNone(method) ? CellPlaces.End(exception) : null);
        return new CellFrame(method, IsUsers: true, noted ?? place, LoadedFile(frame));
    }

    private static string? LoadedFile(StackFrame frame) =>
        frame.GetFileName() is { Length: > 0 } path && !CellPath.IsCell(path)
            ? LineOf(path, frame.GetFileLineNumber())
            : null;

    private static string LineOf(string path, int line) =>
        string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}, line {line}");
}
