using FlowKernel.Diagnostics;
using FlowKernel.Plan;

namespace FlowKernel.DuckDb.External;

/// <summary>
/// The places whose files queries may read with <c>externaldata</c>, as the user has allowed them: folders and files of
/// this machine, and addresses with all that lies below them.
/// </summary>
public sealed class DataPlaces
{
    /// <summary>The environment variable that allows places, parted by semicolons.</summary>
    public const string Variable = "FLOWKERNEL_ALLOW_DATA";

    private readonly IReadOnlyList<FilePlace> _files;
    private readonly IReadOnlyList<WebPlace> _webs;
    private readonly bool _everywhere;

    private DataPlaces(IReadOnlyList<FilePlace> files, IReadOnlyList<WebPlace> webs, bool everywhere = false)
    {
        _files = files;
        _webs = webs;
        _everywhere = everywhere;
    }

    /// <summary>No place: <c>externaldata</c> is refused.</summary>
    public static DataPlaces None { get; } = new([], []);

    /// <summary>Any place: for queries that are planned and never run.</summary>
    public static DataPlaces Everywhere { get; } = new([], [], everywhere: true);

    /// <summary>The places as people write them: paths, or http and https addresses. Fails with FK0515.</summary>
    public static Outcome<DataPlaces> Parse(IEnumerable<string> places)
    {
        var all = places.ToList();
        return all.Find(p => Of(p) is null) is { } wrong
            ? ExternalDiagnostics.NoPlace(ExternalAddress.Shown(wrong, isHidden: false))
            : ThatExist(all);
    }

    /// <summary>Those of the places that there are: what is set up once must not stop a kernel that starts later.</summary>
    public static DataPlaces ThatExist(IEnumerable<string> places) =>
        places.Select(Of).OfType<DataPlaces>().Aggregate(None, (all, place) => all.And(place));

    /// <summary>Those of the places in the environment variable's text that there are.</summary>
    public static DataPlaces OfVariable(string? text) => ThatExist(
        (text ?? "").Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>These places and others.</summary>
    public DataPlaces And(DataPlaces others) => new(
        [.. _files, .. others._files], [.. _webs, .. others._webs], _everywhere || others._everywhere);

    /// <summary>Where a file is, if queries may read it.</summary>
    internal Outcome<DataAddress> Find(ExternalFile file)
    {
        var address = DataAddress.Of(file);
        return !address.Succeeded || Allows(address.Value) ? address : ExternalDiagnostics.NotAllowed(file);
    }

    /// <summary>True when queries may read what an address leads to.</summary>
    internal bool Allows(Uri address) => _everywhere || _webs.Any(w => w.Holds(address));

    private static DataPlaces? Of(string place)
    {
        if (!ExternalAddress.HasScheme(place))
            return FilePlace.TryOf(place) is { } file ? new DataPlaces([file], []) : null;
        return WebPlace.TryOf(place) is { } web ? new DataPlaces([], [web]) : null;
    }

    private bool Allows(DataAddress address) => _everywhere || address switch
    {
        { Web: { } web } => Allows(web),
        _ => _files.Any(f => f.Holds(address.File!)),
    };
}
