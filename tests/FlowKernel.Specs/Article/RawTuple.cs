using FlowKernel.FlowLogs.Reading;
using FlowKernel.FlowLogs.Sample;

namespace FlowKernel.Specs.Article;

/// <summary>A tuple of the sample's blobs, with where it was logged.</summary>
internal sealed record RawTuple(DateTime Hour, string Mac, string Network, string AclId, string Rule, FlowTuple Tuple)
{
    private static readonly Lazy<IReadOnlyList<RawTuple>> Default = new(() =>
    [
        .. from blob in SampleTraffic.Generate(new SampleOptions())
        from record in blob.Records
        from grp in record.Groups
        from tuple in record.TuplesOf(grp).ToArray()
        select new RawTuple(
            blob.Hour, record.MacAddress, record.TargetResourceId.Split('/')[^1], grp.AclId, grp.Rule, tuple),
    ]);

    /// <summary>All tuples of the default sample.</summary>
    public static IReadOnlyList<RawTuple> All => Default.Value;

    public string Source { get; } = string.Intern(Tuple.Source.ToString());

    public string Destination { get; } = string.Intern(Tuple.Destination.ToString());

    public DateTime Day => Hour.Date;

    public string L4 => Tuple.Protocol == 6 ? "T" : "U";

    public long Bytes => Tuple.BytesForward + Tuple.BytesBackward;
}
