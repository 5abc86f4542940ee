namespace FlowKernel.DuckDb.External;

/// <summary>An address with all below it: the same scheme, host and port, and whole steps of the path.</summary>
internal sealed class WebPlace
{
    private readonly Uri _root;
    private readonly string _path;

    private WebPlace(Uri root)
    {
        _root = root;
        _path = root.AbsolutePath;
    }

    /// <summary>The place of an http or https address without a query; null for any other text.</summary>
    public static WebPlace? TryOf(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            && uri is { UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 } && !address.Contains(';')
            ? new WebPlace(uri)
            : null;

    /// <summary>True when an address lies in this place.</summary>
    public bool Holds(Uri address) =>
        address.Scheme == _root.Scheme
        && address.Port == _root.Port
        && address.IdnHost.Equals(_root.IdnHost, StringComparison.OrdinalIgnoreCase)
        && address.UserInfo.Length == 0
        && IsBelow(address.AbsolutePath);

    private bool IsBelow(string path)
    {
        if (_path == "/")
            return true;
        var isBelow = path.StartsWith(_path, StringComparison.Ordinal)
            && (path.Length == _path.Length || _path.EndsWith('/') || path[_path.Length] == '/');
        return isBelow && !Climbs(path);
    }

    // A server may read %2e%2e or %2f as the characters that they stand for.
    private static bool Climbs(string path)
    {
        for (var text = path; ;)
        {
            if (text.Split('/', '\\').Contains(".."))
                return true;
            var plain = Uri.UnescapeDataString(text);
            if (plain == text)
                return false;
            text = plain;
        }
    }
}
