using NuGet.Versioning;
using Node = NuGet.DependencyResolver.GraphNode<NuGet.DependencyResolver.RemoteResolveResult>;

namespace FlowKernel.Packages.Resolving;

/// <summary>Says where in the graph a package stands.</summary>
internal static class GraphPaths
{
    /// <summary>The package of the notebook that leads to a node.</summary>
    public static string AskedFor(this Node node)
    {
        while (node.OuterNode is { OuterNode: not null } outer)
            node = outer;
        return node.Key.Name;
    }

    /// <summary>True for a package that the notebook itself asks for.</summary>
    public static bool IsRequested(this Node node) => node.OuterNode is { OuterNode: null };

    /// <summary>Who needs a package, such as <c>Humanizer 2.14.1</c>; the cell for one that it asks for.</summary>
    public static string Parent(this Node node) =>
        node.IsRequested() ? "the notebook" : node.OuterNode!.NameAndVersion();

    /// <summary>The package as it was chosen.</summary>
    public static string NameAndVersion(this Node node) =>
        node.Item is { } item ? $"{item.Key.Name} {item.Key.Version.ToNormalizedString()}" : node.Key.ToString();

    /// <summary>A range as people say it: <c>2.0.0 or later</c>, <c>1.2.3</c>, <c>1.*</c>.</summary>
    public static string Text(this VersionRange range)
    {
        if (range.IsFloating)
            return range.OriginalString ?? range.Float.ToString();
        if (range is { HasUpperBound: false, HasLowerBound: true, IsMinInclusive: true })
            return $"{range.MinVersion.ToNormalizedString()} or later";
        return range is { HasLowerAndUpperBounds: true } && range.MinVersion == range.MaxVersion
            ? range.MinVersion.ToNormalizedString()
            : range.OriginalString ?? range.ToNormalizedString();
    }
}
