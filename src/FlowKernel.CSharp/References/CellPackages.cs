using FlowKernel.CSharp.Submissions;
using FlowKernel.Notebook;
using FlowKernel.Notebook.Display;
using FlowKernel.Notebook.Packages;
using FlowKernel.Notebook.Progress;
using FlowKernel.Text;
using Microsoft.CodeAnalysis;
using Diagnostic = FlowKernel.Diagnostics.Diagnostic;

namespace FlowKernel.CSharp.References;

/// <summary>
/// The packages of the cells: has them restored while showing progress, hands their assemblies to the loader, and keeps
/// the references that no kept cell has brought to the compiler yet.
/// </summary>
internal sealed class CellPackages(
    IPackageSession? session, CellAssemblies files, SubmissionAssemblies loader, TimeProvider clock)
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private volatile IReadOnlyList<MetadataReference> _pending = [];

    /// <summary>References for the next cell: later ones inherit them once it is kept.</summary>
    public IReadOnlyList<MetadataReference> Pending => _pending;

    /// <summary>Takes references off the list that a kept cell has brought.</summary>
    public void Brought(IEnumerable<MetadataReference> references)
    {
        if (_pending.Count > 0)
            _pending = [.. _pending.Except(references)];
    }

    /// <summary>Adds the sources of <c>#i</c> lines and gives what is wrong with them.</summary>
    public IReadOnlyList<Diagnostic> AddSources(IEnumerable<(string Text, TextSpan Span)> lines)
    {
        var found = lines.Select(line => AddSource(line.Text, line.Span)).OfType<Diagnostic>();
        return [.. found];
    }

    /// <summary>Restores packages; gives errors, or perhaps warnings.</summary>
    public async Task<IReadOnlyList<Diagnostic>> RestoreAsync(
        IReadOnlyList<PackageRequest> requests, ICellOutput output, CancellationToken cancellation)
    {
        if (requests.Count == 0)
            return [];
        if (session is null)
            return [NoPackages(requests[0].NameSpan)];
        using var progress = ProgressDisplay.Start(output, clock, "Restoring packages");
        var outcome = await session.RestoreAsync(requests, progress, cancellation);
        if (outcome.Succeeded && Take(outcome.Value) is { Count: > 0 } added)
            progress.Finish($"Restored {Summary(added)} in {DurationText.Of(progress.Elapsed)}");
        return outcome.Diagnostics;
    }

    private Diagnostic? AddSource(string text, TextSpan span)
    {
        if (session is null)
            return NoPackages(span);
        var (source, place) = PackageDirective.Source(text, span.Start);
        return source.Length > 0
            ? session.AddSource(source, place)
            : new Diagnostic("FK1009", "The package source is missing.", span, "Write #i \"nuget: FOLDER or URL\".");
    }

    private List<RestoredPackage> Take(PackageAssets assets)
    {
        loader.Add(assets.Assemblies, assets.NativeLibraries);
        var added = assets.References.Where(_paths.Add).Select(files.File);
        _pending = [.. _pending, .. added];
        return [.. assets.Packages.Where(p => _names.Add(p.Name))];
    }

    // "Humanizer 3.0.1 and 4 dependencies": what was asked for, then how many came with it.
    private static string Summary(List<RestoredPackage> packages)
    {
        var parts = packages.Where(p => p.IsRequested).Select(p => $"{p.Name} {p.Version}").ToList();
        var others = packages.Count(p => !p.IsRequested);
        if (others > 0)
            parts.Add(others == 1 ? "1 dependency" : FormattableString.Invariant($"{others} dependencies"));
        return parts.Count == 1 ? parts[0] : string.Join(", ", parts[..^1]) + " and " + parts[^1];
    }

    private static Diagnostic NoPackages(TextSpan span) =>
        new("FK1011", "Packages cannot be restored here.", span, "Give the path of the package's .dll to #r.");
}
