using FlowKernel.FlowLogs.Reading;

namespace FlowKernel.FlowLogs.Sample.Traffic;

/// <summary>Flows that two addresses have again and again.</summary>
/// <param name="From">Who opens them.</param>
/// <param name="To">Who answers.</param>
/// <param name="Port">The port that answers.</param>
/// <param name="Rhythm">When.</param>
/// <param name="PerHour">How many flows in an hour of factor 1.</param>
/// <param name="Forward">The mean bytes of a flow from opener to answerer.</param>
/// <param name="Backward">The mean bytes of a flow from answerer to opener.</param>
internal sealed record Conversation(
    string From, string To, ushort Port, Rhythm Rhythm, double PerHour, long Forward, long Backward)
{
    public const byte Tcp = 6;
    public const byte Udp = 17;

    public byte Protocol { get; init; } = Tcp;

    /// <summary>The mean length of a flow.</summary>
    public double Seconds { get; init; } = 4;

    public EncryptionStatus Encryption { get; init; } = EncryptionStatus.Unencrypted;

    /// <summary>The load balancer's address that the opener wrote, where the answerer is a backend.</summary>
    public string? Through { get; init; }
}
