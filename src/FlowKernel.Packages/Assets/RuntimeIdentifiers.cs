using System.Runtime.InteropServices;
using NuGet.RuntimeModel;

namespace FlowKernel.Packages.Assets;

/// <summary>
/// The portable runtime identifiers: which one this machine has, and which others its packages may use instead, nearest
/// first (https://learn.microsoft.com/dotnet/core/rid-catalog).
/// </summary>
internal static class RuntimeIdentifiers
{
    private static readonly (string System, string[] Falls)[] Systems =
    [
        ("win", ["any"]),
        ("osx", ["unix"]),
        ("linux", ["unix"]),
        ("linux-musl", ["linux"]),
        ("unix", ["any"]),
    ];

    /// <summary>This process's: the distribution that .NET was built for does not count.</summary>
    public static string Current { get; } = $"{CurrentSystem}-{Architecture}";

    private static string CurrentSystem =>
        OperatingSystem.IsWindows() ? "win"
        : OperatingSystem.IsMacOS() ? "osx"
        : IsMusl ? "linux-musl"
        : "linux";

    private static string Architecture => RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    private static bool IsMusl =>
        RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal)
        || RuntimeInformation.RuntimeIdentifier.StartsWith("alpine", StringComparison.Ordinal);

    /// <summary>The identifiers that lead from each to <c>any</c>, as NuGet wants them.</summary>
    public static RuntimeGraph Graph { get; } = new(
    [
        new RuntimeDescription("base"), new RuntimeDescription("any", ["base"]),
        .. Systems.Select(s => new RuntimeDescription(s.System, s.Falls)),
        .. Systems.Select(s => new RuntimeDescription(
            $"{s.System}-{Architecture}",
            [s.System, .. s.Falls.Where(f => f != "any").Select(f => $"{f}-{Architecture}")])),
    ]);
}
