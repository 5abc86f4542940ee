namespace FlowKernel.Jupyter;

/// <summary>What the kernel tells front ends about itself.</summary>
/// <param name="Version">The version of FlowKernel.</param>
/// <param name="Banner">A line that consoles show at the start.</param>
/// <param name="HelpLinks">Links that front ends put into their Help menus.</param>
public sealed record KernelIdentity(string Version, string Banner, IReadOnlyList<HelpLink> HelpLinks)
{
    /// <summary>FlowKernel as it was built.</summary>
    public static KernelIdentity Default { get; } = Create();

    private static KernelIdentity Create()
    {
        var version = typeof(KernelIdentity).Assembly.GetName().Version?.ToString(3) ?? "0";
        var banner = $"FlowKernel {version}: C# and KQL for Azure VNet flow logs, on .NET {Environment.Version}";
        return new KernelIdentity(version, banner, HelpLink.All);
    }
}
