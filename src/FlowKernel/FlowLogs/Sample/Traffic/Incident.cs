using FlowKernel.FlowLogs.Sample.Estate;

namespace FlowKernel.FlowLogs.Sample.Traffic;

/// <summary>A flow that happens once, at a known time.</summary>
/// <param name="Start">When it begins, in UTC.</param>
/// <param name="Flow">Who talks to whom; bytes and length are exact here, and the rhythm does not matter.</param>
internal sealed record Incident(DateTime Start, Conversation Flow)
{
    private const string Jumphost = "10.1.1.8";
    private const string Analytics = "10.1.3.71";

    /// <summary>
    /// What happened: a gigabyte leaves from the jumphost on 11 April, and another on 23 April. On the day before that,
    /// the analytics machine that calls for orders all the time tries the file shares of spoke2 one by one.
    /// </summary>
    public static IReadOnlyList<Incident> All { get; } =
    [
        new(At(11, 2, 17), Transfer(443, 1_038_000_000, 52 * 60)),
        .. Enumerable.Range(1, 60).Select(i => new Incident(
            At(22, 3, 5).AddSeconds(i * 2), Once(Analytics, $"10.1.2.{i}", 445, 60, 0, 0))),
        new(At(23, 1, 41), Transfer(22, 986_000_000, 95 * 60)),
    ];

    private static Conversation Transfer(ushort port, long bytes, double seconds) =>
        Once(Jumphost, SamplePeers.Dropbox, port, bytes, bytes / 64, seconds);

    private static Conversation Once(
        string from, string to, ushort port, long forward, long backward, double seconds) =>
        new(from, to, port, Rhythm.Constant, 0, forward, backward) { Seconds = seconds };

    private static DateTime At(int day, int hour, int minute) => new(2024, 4, day, hour, minute, 0, DateTimeKind.Utc);
}
