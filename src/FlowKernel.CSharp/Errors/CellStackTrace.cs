using System.Globalization;
using FlowKernel.Notebook.Kernel.Errors;

namespace FlowKernel.CSharp.Errors;

/// <summary>
/// Reads an exception's stack as its user sees the code: cells and lines, without the libraries and the machinery around
/// them.
/// </summary>
public static class CellStackTrace
{
    private const int MostLines = 50;

    /// <summary>
    /// The cell's line (from 1) where the exception left the user's code topmost; null when it never did.
    /// </summary>
    public static int? UserLine(Exception exception) => UserPlace(exception)?.Line;

    /// <summary>The topmost place in the user's code, or null.</summary>
    public static CellPlace? UserPlace(Exception exception) => UserPlace(exception, CellFrame.Of(exception));

    /// <summary>What the stack says: the place, the frames as the user sees them, and whose fault it is.</summary>
    public static CellFault Fault(Exception exception)
    {
        var frames = CellFrame.Of(exception);
        return new CellFault(UserPlace(exception, frames), Trimmed(frames), Blame.IsOurs(exception, frames), CellWords.MessageOf(exception));
    }

    /// <summary>
    /// The user's own calls, innermost first, from where the exception was thrown to the cell's own statement.
    /// </summary>
    public static IReadOnlyList<string> Trimmed(Exception exception) => Trimmed(CellFrame.Of(exception));

    private static CellPlace? UserPlace(Exception exception, IReadOnlyList<CellFrame> frames) =>
        frames.FirstOrDefault(f => f.Place is not null).Place
        ?? (exception.InnerException is { } inner ? UserPlace(inner) : null);

    private static List<string> Trimmed(IReadOnlyList<CellFrame> frames)
    {
        var runs = Runs(frames.Where(frame => frame is { IsUsers: true, Method: not null }).Select(frame => (frame, 1)));
        var lines = Runs(runs.Select(run => (Describe(run.Item), run.Count)));
        return [.. lines.Take(MostLines).Select(run => run.Count == 1 ? run.Item : Repeated(run.Item, run.Count))];
    }

    // A function that called itself too often would otherwise give thousands of lines.
    private static List<(T Item, int Count)> Runs<T>(IEnumerable<(T Item, int Count)> items)
    {
        var runs = new List<(T Item, int Count)>();
        foreach (var (item, count) in items)
        {
            if (runs.Count > 0 && EqualityComparer<T>.Default.Equals(runs[^1].Item, item))
                runs[^1] = (item, runs[^1].Count + count);
            else
                runs.Add((item, count));
        }

        return runs;
    }

    private static string Repeated(string line, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{line} ({count:N0} times)");

    private static string Describe(CellFrame frame)
    {
        var name = FunctionName.Of(frame.Method!);
        if (frame.Place is not { } at)
            return frame.InFile is { } file ? $"at {name ?? "top"}, {file}" : $"at {name ?? "the cell"}";
        var place = at.Cell == 0 ? "the cell" : string.Create(CultureInfo.InvariantCulture, $"cell {at.Cell}");
        var function = name is null ? "" : name + ", ";
        return string.Create(CultureInfo.InvariantCulture, $"at {function}{place}, line {at.Line}");
    }
}
