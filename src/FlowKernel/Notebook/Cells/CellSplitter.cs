using FlowKernel.Diagnostics;

namespace FlowKernel.Notebook.Cells;

/// <summary>
/// Takes a cell apart. A cell is C# until a line begins with a directive. <c>#!flowlogs</c> (or <c>#!kql</c>) with
/// options or nothing after it starts a query, and such lines right after it belong to the same query; with a command
/// after it, it stands for itself, and what follows is KQL too. <c>#!csharp</c> switches back to C#. Text that looks
/// like a directive inside a C# string or comment is none.
/// </summary>
public static class CellSplitter
{
    /// <summary>The cell's segments in order, each knowing its place in the cell.</summary>
    public static CellSegments Split(string cell)
    {
        var segments = new List<CellSegment>();
        var problems = new List<Diagnostic>();
        var bodyStart = new TextSlice("", 0, 1);
        var head = new List<TextSlice>();
        var kind = CellSegmentKind.CSharp;
        foreach (var line in Directives(cell))
        {
            var body = bodyStart with { Text = cell[bodyStart.Start..line.Slice.Start] };
            var sameQuery = head.Count > 0 && !line.IsCSharp && !line.IsCommand && IsBlank(body);
            if (!sameQuery)
                Close(segments, kind, head, body);
            kind = line.IsCSharp || !line.IsKnown ? CellSegmentKind.CSharp : CellSegmentKind.Kql;
            Open(line, segments, head);
            bodyStart = line.After;
            if (!line.IsKnown)
                problems.Add(line.Unknown());
        }

        Close(segments, kind, head, bodyStart with { Text = cell[bodyStart.Start..] });
        return new CellSegments(segments, problems);
    }

    private static void Close(
        List<CellSegment> segments, CellSegmentKind kind, List<TextSlice> head, TextSlice body)
    {
        if (head.Count > 0 || !IsBlank(body))
            segments.Add(new CellSegment(kind, [.. head], body));
        head.Clear();
    }

    private static void Open(DirectiveLine line, List<CellSegment> segments, List<TextSlice> head)
    {
        if (!line.IsKnown || line.IsCSharp)
            return;
        if (line.IsCommand)
            segments.Add(new CellSegment(CellSegmentKind.Command, [line.Slice], line.After));
        else
            head.Add(line.Slice);
    }

    private static IEnumerable<DirectiveLine> Directives(string cell)
    {
        var code = new CSharpScan(cell, 0);
        var starts = CellLines.Starts(cell);
        var isCSharp = true;
        for (var i = 0; i < starts.Count - 1; i++)
        {
            if (DirectiveLine.Read(cell, starts[i], starts[i + 1], i + 1) is not { } line
                || (isCSharp && !code.IsCodeAt(starts[i])))
                continue;
            yield return line;
            isCSharp = line.IsCSharp || !line.IsKnown;
            code = new CSharpScan(cell, line.Next);
        }
    }

    private static bool IsBlank(TextSlice slice) => string.IsNullOrWhiteSpace(slice.Text);
}
