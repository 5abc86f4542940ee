using System.Globalization;
using FlowKernel.FlowLogs.Sample.Estate;

namespace FlowKernel.FlowLogs.Sample.Traffic;

/// <summary>Where Azure puts the hours of an interface in container <c>insights-logs-flowlogflowevent</c>.</summary>
/// <remarks>https://learn.microsoft.com/azure/network-watcher/vnet-flow-logs-overview</remarks>
internal static class SampleBlobPaths
{
    public static string FlowLogOf(SampleHost host)
    {
        var network = SampleNetworks.All.Single(n => n.Id == SampleIds.Network(host.Network));
        return SampleIds.FlowLog(network.Region, host.Network);
    }

    public static string Of(SampleHost host, DateTime hour)
    {
        var network = SampleNetworks.All.Single(n => n.Id == SampleIds.Network(host.Network));
        var log = $"{SampleIds.Subscription}_NETWORKWATCHERRG/NETWORKWATCHER_{network.Region}_FLOWLOG-{host.Network}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"flowLogResourceID=/{log.ToUpperInvariant()}/y={hour:yyyy}/m={hour:MM}/d={hour:dd}/h={hour:HH}/m=00/" +
            $"macAddress={host.Mac}/PT1H.json");
    }
}
