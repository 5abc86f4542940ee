using System.Net;
using FlowKernel.FlowLogs.Sample;
using FlowKernel.FlowLogs.Sample.Estate;

namespace FlowKernel.Specs.Article;

/// <summary>
/// What the sample's topology says of an address, found by going through all of its prefixes: slow, plain, and
/// without any code of the importer.
/// </summary>
internal static class EstateFacts
{
    private static readonly Dictionary<string, string> Subnets = [];
    private static readonly Dictionary<(string Ip, string Prefix), bool> Inside = [];

    public static bool IsIn(string ip, string prefix)
    {
        if (!Inside.TryGetValue((ip, prefix), out var inside))
            Inside[(ip, prefix)] = inside = IPNetwork.Parse(prefix).Contains(IPAddress.Parse(ip));
        return inside;
    }

    /// <summary>group/network/subnet in lower case, or empty.</summary>
    public static string Subnet(string ip)
    {
        if (!Subnets.TryGetValue(ip, out var subnet))
        {
            var found = from network in SampleEstate.Topology.VirtualNetworks
                        from entry in network.Subnets
                        where IsIn(ip, entry.Prefixes.Single())
                        select $"flowlogs/{network.Id.Split('/')[^1]}/{entry.Name}";
            Subnets[ip] = subnet = found.SingleOrDefault("").ToLowerInvariant();
        }

        return subnet;
    }

    public static bool IsOfBalancer(string ip, string name) => SampleEstate.Topology.LoadBalancers
        .Where(b => b.Id.Split('/')[^1].Contains(name, StringComparison.Ordinal))
        .Any(b => b.Frontends.Contains(ip) || b.Backends.Contains(ip));

    /// <summary>The circuit's name, or empty.</summary>
    public static string Circuit(string ip) => SampleEstate.Topology.ExpressRouteCircuits
        .Where(c => c.Prefixes.Any(p => IsIn(ip, p)))
        .Select(c => c.Id.Split('/')[^1])
        .SingleOrDefault("");

    /// <summary>What NTAIpDetails says of a public address; null for a private one.</summary>
    public static (string FlowType, string Details, string Location)? Public(string ip)
    {
        if (ip == "168.63.129.16")
            return ("AzurePublic", "Microsoft Virtual Public IP", "Global");
        if (SampleServices.All.FirstOrDefault(s => IsIn(ip, s.Prefix)) is { Prefix: not null } service)
            return ("AzurePublic", service.Tag.Service, service.Tag.Region == "" ? "Global" : service.Tag.Region);
        if (SamplePeers.All.FirstOrDefault(p => IsIn(ip, p.Prefix)) is not { } owner)
            return null;
        var isThreat = SampleThreats.All.Any(t => t.Ip == ip);
        return (isThreat ? "MaliciousFlow" : "ExternalPublic", owner.Owner, owner.Country);
    }
}
