namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>Local times by the time zone database of the machine.</summary>
internal static class TimeZones
{
    /// <summary>The local time of an instant, or null for an unknown zone.</summary>
    public static DateTime? ToLocal(DateTime utc, string zone) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)
            ? Move(utc, found.GetUtcOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)))
            : null;

    /// <summary>The instant of a local time; a time that the clocks skip counts as summer time already.</summary>
    public static DateTime? ToUtc(DateTime local, string zone)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found))
            return null;
        var unspecified = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        var offset = found.IsInvalidTime(unspecified)
            ? found.GetUtcOffset(unspecified.AddHours(1))
            : found.GetUtcOffset(unspecified);
        return Move(local, -offset);
    }

    private static DateTime? Move(DateTime time, TimeSpan by)
    {
        var ticks = time.Ticks + by.Ticks;
        return ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks ? new DateTime(ticks) : null;
    }
}
