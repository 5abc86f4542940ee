using System.Buffers;

namespace FlowKernel.Plan;

/// <summary>Reads the addresses of files as far as their texts tell.</summary>
public static class ExternalAddress
{
    private const string Hidden = "***";
    private static readonly SearchValues<char> EndsOfPath = SearchValues.Create("?#;");

    /// <summary>True for <c>scheme://...</c>; a path on this machine has none.</summary>
    public static bool HasScheme(string address) => address.Contains("://", StringComparison.Ordinal);

    /// <summary>The address up to its query and its credentials; a path on this machine is whole.</summary>
    public static string PathOf(string address) =>
        HasScheme(address) && address.AsSpan().IndexOfAny(EndsOfPath) is >= 0 and var end ? address[..end] : address;

    /// <summary>
    /// The address without what may be secret: the query (a shared access signature), what follows a <c>;</c> (keys and
    /// tokens), a user's name and password. Of an address that the query hides, only the host is shown.
    /// </summary>
    public static string Shown(string address, bool isHidden)
    {
        if (!HasScheme(address))
            return isHidden ? Hidden : address;
        var path = PathOf(address);
        var host = path.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = path.IndexOf('/', host) is >= 0 and var slash ? slash : path.Length;
        var at = path.LastIndexOf('@', end - 1, end - host);
        var authority = path[(at < 0 ? host : at + 1)..end];
        return path[..host] + authority + (isHidden ? "/" + Hidden : path[end..]);
    }

    /// <summary>The file's name endings, from the last one on, without their points: <c>gz</c>, <c>csv</c>.</summary>
    public static IEnumerable<string> Endings(string address)
    {
        var path = PathOf(address);
        var name = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        return name.Split('.').Skip(1).Reverse();
    }
}
