using System.Globalization;

namespace FlowKernel.FlowLogs.Sample.Estate;

/// <summary>Something in a virtual network with a network interface whose flows are logged.</summary>
/// <param name="Name">The machine's name; its interface is called the same with <c>-nic</c>.</param>
/// <param name="Ip">Its private address.</param>
/// <param name="Network">The virtual network.</param>
/// <param name="IsMachine">False for gateways and the firewall.</param>
internal sealed record SampleHost(string Name, string Ip, string Network, bool IsMachine = true)
{
    /// <summary>The public address, where it has one of its own.</summary>
    public string? PublicIp { get; init; }

    /// <summary>True for the firewall, which forwards what is not for it.</summary>
    public bool Forwards { get; init; }

    /// <summary>The interface's MAC address: an Azure vendor prefix and the last three octets.</summary>
    public string Mac
    {
        get
        {
            var octets = Ip.Split('.').Skip(1).Select(o => int.Parse(o, CultureInfo.InvariantCulture));
            return "6045BD" + string.Concat(octets.Select(o => o.ToString("X2", CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>The interface's id.</summary>
    public string Nic => SampleIds.Of("networkInterfaces", $"{Name}-nic");
}
