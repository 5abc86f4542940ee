namespace FlowKernel.Notebook.Packages;

/// <summary>What packages bring, as absolute paths of files in the packages folder.</summary>
public sealed record PackageAssets
{
    /// <summary>Nothing.</summary>
    public static PackageAssets None { get; } = new();

    /// <summary>The packages, those asked for first.</summary>
    public IReadOnlyList<RestoredPackage> Packages { get; init; } = [];

    /// <summary>Assemblies to compile against.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Assemblies to load when code asks for them.</summary>
    public IReadOnlyList<string> Assemblies { get; init; } = [];

    /// <summary>Native libraries for this machine.</summary>
    public IReadOnlyList<string> NativeLibraries { get; init; } = [];
}

/// <summary>A package in the version that was chosen.</summary>
/// <param name="Name">Its id as its author writes it.</param>
/// <param name="Version">Its normalized version.</param>
/// <param name="IsRequested">False for one that only others depend on.</param>
public sealed record RestoredPackage(string Name, string Version, bool IsRequested);
