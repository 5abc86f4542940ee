using FlowKernel.Diagnostics;
using FlowKernel.FlowLogs.Addresses;

namespace FlowKernel.FlowLogs.Topology;

/// <summary>Reads the ids, addresses and prefixes of topology files, and keeps what is none.</summary>
internal sealed class TopologyTexts
{
    private readonly List<Diagnostic> _mistakes = [];

    public IReadOnlyList<Diagnostic> Mistakes => _mistakes;

    public AzureResourceId? Id(string text)
    {
        var id = AzureResourceId.TryParse(text);
        if (id is null)
        {
            _mistakes.Add(new(
                "FK0603", $"'{text}' in the topology is not a resource id.", default,
                "Ids look like /subscriptions/…/resourceGroups/…/providers/Microsoft.Network/virtualNetworks/spoke1."));
        }

        return id;
    }

    public IEnumerable<IpPrefix> Prefixes(IEnumerable<string> texts, string owner)
    {
        foreach (var text in texts)
        {
            if (IpPrefix.TryParse(text, out var prefix))
                yield return prefix;
            else
                Add(text, owner, "an address prefix", "10.1.1.0/27");
        }
    }

    public IEnumerable<IpNumber> Addresses(IEnumerable<string> texts, string owner)
    {
        foreach (var text in texts)
        {
            if (IpNumber.TryParse(text, out var address))
                yield return address;
            else
                Add(text, owner, "an address", "10.1.1.8");
        }
    }

    private void Add(string text, string owner, string kind, string example) => _mistakes.Add(new(
        "FK0603", $"'{text}' of '{owner}' in the topology is not {kind}.", default, $"Write it as in {example}."));
}
