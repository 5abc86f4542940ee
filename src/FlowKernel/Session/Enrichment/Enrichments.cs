using System.Globalization;
using FlowKernel.Results;

namespace FlowKernel.Session.Enrichment;

/// <summary>What the enriching methods of queries and results do to their columns.</summary>
internal static class Enrichments
{
    /// <summary>The enrichment behind a method such as <c>WithIpDetails</c>; null for other methods.</summary>
    public static IEnrichment? Find(string method) => method switch
    {
        nameof(FlowQuery.WithIpDetails) => new IpDetailsLookup(""),
        nameof(FlowQuery.WithTopology) => new TopologyLookup(""),
        _ => null,
    };

    /// <summary>The columns of an enriched result; names that are taken get a number, as in KQL's lookup.</summary>
    public static IReadOnlyList<KqlColumn> AddTo(this IEnrichment enrichment, IReadOnlyList<KqlColumn> columns)
    {
        var all = columns.ToList();
        foreach (var added in enrichment.Adds)
            all.Add(added with { Name = Free(added.Name, all) });
        return all;
    }

    private static string Free(string name, List<KqlColumn> taken)
    {
        var free = name;
        for (var n = 1; taken.Exists(c => c.Name == free); n++)
            free = string.Create(CultureInfo.InvariantCulture, $"{name}{n}");
        return free;
    }
}
