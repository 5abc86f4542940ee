namespace FlowKernel.FlowLogs.Sample.Traffic;

/// <summary>Traffic with on-premises, the branch office and VPN clients, opened from either side.</summary>
internal static class SiteConversations
{
    public static IEnumerable<Conversation> All =>
    [
        new("10.4.2.30", "10.1.1.36", 443, Rhythm.Workday, 9, 6_000, 140_000),
        new("10.4.2.31", "10.1.2.4", 1433, Rhythm.Workday, 4, 30_000, 900_000) { Seconds = 240 },
        new("10.4.200.15", "10.1.1.37", 443, Rhythm.Workday, 5, 5_000, 90_000),
        new("10.4.2.40", "10.1.1.4", 80, Rhythm.Workday, 6, 2_000, 45_000),
        new("10.1.1.36", "10.4.2.50", 1521, Rhythm.Office, 5, 16_000, 420_000) { Seconds = 60 },
        new("10.1.1.37", "10.4.2.50", 1521, Rhythm.Office, 5, 16_000, 400_000) { Seconds = 60 },
        new("10.1.2.70", "10.4.2.10", 445, Rhythm.Night, 3, 38_000_000, 600_000) { Seconds = 1_800 },
        new("10.1.2.71", "10.4.200.20", 22, Rhythm.Daily, 2, 14_000_000, 300_000) { Seconds = 700 },
        new("10.1.1.8", "10.4.2.10", 445, Rhythm.Workday, 1, 30_000, 400_000) { Seconds = 180 },
        new("10.5.1.10", "10.1.2.4", 1433, Rhythm.Workday, 3, 12_000, 200_000) { Seconds = 120 },
        new("10.5.1.11", "10.1.1.36", 443, Rhythm.Workday, 4, 5_000, 80_000),
        new("172.16.201.10", "10.1.1.8", 22, Rhythm.Workday, 0.6, 50_000, 120_000) { Seconds = 1_200 },
        new("172.16.201.11", "10.1.1.4", 3389, Rhythm.Workday, 0.5, 400_000, 6_000_000) { Seconds = 1_800 },
    ];
}
