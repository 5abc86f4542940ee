using FlowKernel.Notebook.Display;

namespace FlowKernel.Charts.Spec;

/// <summary>Stretches of time as text for reading.</summary>
internal static class LadderText
{
    /// <summary>Name, start, end and length.</summary>
    public static string Of(LadderSpan span)
    {
        var (start, end) = (AxisText.Instant(span.Start), AxisText.Instant(span.End));
        var name = span.Name.Length == 0 ? "" : span.Name + ": ";
        return $"{name}{ValueText.Brief(start)} to {ValueText.Brief(end)}, {DurationText.Of(end - start)}";
    }
}
