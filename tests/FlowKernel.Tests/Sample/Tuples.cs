using FlowKernel.FlowLogs.Addresses;
using FlowKernel.FlowLogs.Reading;
using FlowKernel.FlowLogs.Sample;

namespace FlowKernel.Tests.Sample;

/// <summary>The default sample's tuples, made once for all tests.</summary>
internal static class Tuples
{
    private static readonly Lazy<IReadOnlyList<FlowTuple>> Default = new(() =>
    [
        .. from blob in Of(new SampleOptions())
        from record in blob.Records
        from tuple in record.Tuples.ToArray()
        select tuple,
    ]);

    public static IReadOnlyList<FlowTuple> All => Default.Value;

    public static IEnumerable<SampleBlob> Of(SampleOptions options) => SampleTraffic.Generate(options);

    public static long Bytes(this FlowTuple tuple) => tuple.BytesForward + tuple.BytesBackward;

    public static bool IsIn(this IpNumber address, string prefix) => IpPrefix.Parse(prefix).Contains(address);
}
