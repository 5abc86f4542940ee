using FlowKernel.FlowLogs.Addresses;
using FlowKernel.FlowLogs.Reading;

namespace FlowKernel.Tests.FlowLogs.Reading;

/// <summary>Any tuple that a flow log may hold, of few addresses so that groups have members.</summary>
internal static class RandomTuples
{
    private const long FirstTime = 1_710_400_000_000;

    public static FlowTuple Next(Random random)
    {
        var state = (FlowState)random.Next(4);
        var counts = state is FlowState.Continuing or FlowState.End;
        long Counter(int limit) => counts ? random.Next(limit) : 0;
        return new(
            FirstTime + random.Next(7_200_000), Address(random), Address(random),
            (ushort)random.Next(65536), (ushort)(random.Next(3) + 442),
            (byte)(random.Next(2) == 0 ? 6 : random.Next(256)),
            (TupleDirection)random.Next(2), state, (EncryptionStatus)random.Next(8),
            Counter(1000), Counter(1_000_000), Counter(1000), Counter(1_000_000));
    }

    private static IpNumber Address(Random random) => random.Next(4) switch
    {
        0 => IpNumber.FromBits(((UInt128)0x20010DB8 << 96) | (uint)random.Next(3)),
        1 => IpNumber.FromV4(0xC6336400 | (uint)random.Next(3)),
        _ => IpNumber.FromV4(0x0A010100 | (uint)random.Next(3)),
    };
}
