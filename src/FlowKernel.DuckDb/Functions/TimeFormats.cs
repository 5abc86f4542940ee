using FlowKernel.Diagnostics;

namespace FlowKernel.DuckDb.Functions;

/// <summary>The format texts of <c>format_datetime</c> and <c>format_timespan</c>.</summary>
internal static class TimeFormats
{
    private const string Delimiters = " /-:,._[]";
    private const string DateSpecifiers = "dfFhHmMsyt";
    private const string SpanSpecifiers = "dfFhHms";

    /// <summary>The reason why a call's format cannot run, or null.</summary>
    public static Diagnostic? Check(Invocation call)
    {
        if (!call.TryConstant<string>(1, out var format))
            return call.NeedsConstant(1, "format");
        var known = call.Name == "format_datetime" ? DateSpecifiers : SpanSpecifiers;
        var bad = format.FirstOrDefault(c => !known.Contains(c, StringComparison.Ordinal)
            && !Delimiters.Contains(c, StringComparison.Ordinal));
        if (format.Contains("fffffff", StringComparison.OrdinalIgnoreCase) && Instants.Value(call[0].Scalar) is null
            && Precision.IsFiner(call[0].Scalar)
            && call.Name == "format_datetime")
            return call.Refuse("instants keep microseconds, and its format asks for a seventh digit");
        return bad == default ? null : call.Refuse($"its format has no specifier '{bad}'") with
        {
            Hint = call.Name == "format_datetime"
                ? "Write for example yyyy-MM-dd HH:mm:ss: MM are months, mm minutes, HH hours up to 23."
                : "Write for example d.hh:mm:ss.",
        };
    }
}
