namespace FlowKernel.Session;

/// <summary>Where a stretch of time up to a moment begins.</summary>
public static class RangeStart
{
    /// <summary>When a stretch that ends at <paramref name="end"/> begins; a longer one than time itself begins with time.</summary>
    public static DateTime Of(DateTime end, TimeSpan length)
    {
        var ticks = Int128.Clamp((Int128)end.Ticks - length.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
        return new DateTime((long)ticks, end.Kind);
    }
}
