using FlowKernel.FlowLogs.Reading;
using FlowKernel.FlowLogs.Sample.Estate;

namespace FlowKernel.FlowLogs.Sample.Traffic;

/// <summary>What the machines in the virtual networks tell each other besides the web.</summary>
internal static class InsideConversations
{
    private const string Database = "10.1.2.4";
    private static readonly string[] Machines = ["10.1.1.5", "10.1.1.8", "10.1.1.36", "10.1.1.68", "10.1.2.70"];
    private static readonly string[] Applications = ["10.1.1.36", "10.1.1.37"];

    public static IEnumerable<Conversation> All =>
    [
        .. from machine in Machines select NameQuery(machine),
        .. from app in Applications select Query(app, 12),
        Query("10.1.1.8", 0.4),
        new("10.1.1.36", "10.1.1.37", 6379, Rhythm.Office, 10, 3_000, 9_000)
        {
            Encryption = EncryptionStatus.DestinationOnSameHost,
        },
        .. from app in Applications select new Conversation(
            app, SampleHosts.ArchiveEndpointIp, 443, Rhythm.Office, 2, 400_000, 9_000),
        new(Database, "10.1.3.4", 5022, Rhythm.Constant, 1, 9_000_000, 180_000)
        {
            Seconds = 2_400,
            Encryption = EncryptionStatus.Encrypted,
        },
        new(Database, "10.1.2.5", 5022, Rhythm.Constant, 1, 12_000_000, 220_000)
        {
            Seconds = 2_400,
            Encryption = EncryptionStatus.Encrypted,
        },
        .. from batch in (string[])["10.1.2.70", "10.1.2.71"] select new Conversation(
            batch, Database, 1433, Rhythm.Night, 8, 90_000, 4_000_000)
        {
            Seconds = 420,
            Encryption = EncryptionStatus.UnsupportedHardware,
        },
        .. from target in (string[])["10.1.1.4", "10.1.1.36", "10.1.2.4"] select new Conversation(
            "10.0.0.132", target, 3389, Rhythm.Workday, 0.4, 300_000, 5_000_000) { Seconds = 1_500 },
        new("10.1.1.8", "10.1.1.68", 22, Rhythm.Workday, 0.5, 40_000, 90_000) { Seconds = 300 },
        new("192.168.77.20", "10.0.1.4", 445, Rhythm.Workday, 0.5, 60, 0),
    ];

    private static Conversation NameQuery(string machine) =>
        new(machine, "10.0.1.4", 53, Rhythm.Office, 6, 85, 190) { Protocol = Conversation.Udp, Seconds = 0.1 };

    private static Conversation Query(string machine, double perHour) =>
        new(machine, Database, 1433, Rhythm.Office, perHour, 22_000, 310_000) { Seconds = 120 };
}
