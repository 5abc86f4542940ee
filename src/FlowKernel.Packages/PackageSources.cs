using FlowKernel.Diagnostics;
using FlowKernel.Packages.Resolving;
using FlowKernel.Text;
using NuGet.Configuration;
using NuGet.Protocol;
using NuGet.Protocol.Core.Types;

namespace FlowKernel.Packages;

/// <summary>
/// Where packages come from: the sources of the user's NuGet configuration, with the credentials it has for them, and
/// those that cells add. Read when first needed.
/// </summary>
internal sealed class PackageSources
{
    private readonly string _folder;
    private readonly Lazy<ISettings> _settings;
    private readonly List<SourceRepository> _added = [];
    private readonly Lazy<List<SourceRepository>> _configured;

    public PackageSources(string folder)
    {
        _folder = folder;
        _settings = new Lazy<ISettings>(() => Settings.LoadDefaultSettings(folder));
        _configured = new Lazy<List<SourceRepository>>(
            () => [.. SettingsUtility.GetEnabledSources(_settings.Value).Select(Repository.Factory.GetCoreV3)]);
    }

    /// <summary>Where packages are installed.</summary>
    public string PackagesFolder => SettingsUtility.GetGlobalPackagesFolder(_settings.Value);

    /// <summary>Adds a folder, which may be relative to the notebook's, or a feed's URL.</summary>
    public Diagnostic? Add(string source, TextSpan span)
    {
        var isUrl = Uri.TryCreate(source, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";
        var full = isUrl ? source : Path.GetFullPath(source, _folder);
        if (!isUrl && !Directory.Exists(full))
            return new Diagnostic(
                "FK1009", $"There is no folder '{full}'.", span, "Give a folder of packages or the URL of a feed.");
        if (!_added.Exists(r => r.PackageSource.Source == full))
            _added.Add(Repository.Factory.GetCoreV3(new PackageSource(full, full)));
        return null;
    }

    /// <summary>Everything for a restore.</summary>
    public RestoreContext Open(CancellationToken cancellation) =>
        new(_settings.Value, _configured.Value.Concat(_added), cancellation);

    /// <summary>Everything for a restore that asks no source.</summary>
    public RestoreContext OpenOffline(CancellationToken cancellation) => new(_settings.Value, [], cancellation);
}
