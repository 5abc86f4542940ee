using FlowKernel.Diagnostics;
using NuGet.Versioning;

namespace FlowKernel.Packages.Resolving;

/// <summary>Which versions to propose when the one asked for does not exist.</summary>
internal static class NearestVersions
{
    /// <summary>
    /// The diagnostic for a version that no source has; previews are proposed only where nothing else fits.
    /// </summary>
    /// <param name="demand">What was asked for.</param>
    /// <param name="versions">All versions there are, oldest first; at least one.</param>
    public static Diagnostic NoSuchVersion(PackageDemand demand, IReadOnlyList<NuGetVersion> versions)
    {
        var (name, version) = (demand.Request.Name, demand.Request.Version);
        var stable = demand.Range.MinVersion is { IsPrerelease: true } ? [] : versions.Where(v => !v.IsPrerelease);
        versions = stable.Any() ? [.. stable] : versions;
        var newest = versions[^1].ToNormalizedString();
        return version.Length == 0
            ? new Diagnostic(
                "FK1003",
                $"{name} has no stable version.",
                demand.Request.NameSpan,
                $"Name its preview: #r \"nuget: {name}, {newest}\".")
            : new Diagnostic(
                "FK1003",
                $"{name} has no version {version}.",
                demand.Request.VersionSpan,
                Hint(Around(demand.Range.MinVersion, versions), newest));
    }

    private static string Hint(List<string> around, string newest) =>
        around is [var only]
            ? $"The nearest is {only}."
            : $"The nearest are {string.Join(" and ", around)}."
                + (around.Contains(newest) ? "" : $" The newest is {newest}.");

    private static List<string> Around(NuGetVersion? wanted, IReadOnlyList<NuGetVersion> versions)
    {
        NuGetVersion?[] around =
        [
            versions.LastOrDefault(v => wanted is null || v < wanted),
            versions.FirstOrDefault(v => wanted is not null && v > wanted),
        ];
        return [.. around.OfType<NuGetVersion>().Select(v => v.ToNormalizedString())];
    }
}
