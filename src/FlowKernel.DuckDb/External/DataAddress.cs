using FlowKernel.Diagnostics;
using FlowKernel.Plan;

namespace FlowKernel.DuckDb.External;

/// <summary>Where a file is: an http or https address, or a path whose links are all followed.</summary>
internal sealed record DataAddress(Uri? Web, string? File)
{
    /// <summary>Reads an address; fails with FK0511 for one that this engine does not read.</summary>
    public static Outcome<DataAddress> Of(ExternalFile file)
    {
        var text = file.Address;
        if (text.Contains('\0') || text.Length == 0)
            return ExternalDiagnostics.NoAddress(file);
        if (!ExternalAddress.HasScheme(text))
            return new DataAddress(null, RealPath.Of(text));
        var credentials = text.IndexOf(';', StringComparison.Ordinal);
        if (!Uri.TryCreate(credentials < 0 ? text : text[..credentials], UriKind.Absolute, out var uri))
            return ExternalDiagnostics.NoAddress(file);
        if (uri.IsFile && uri.Host.Length == 0)
            return new DataAddress(null, RealPath.Of(uri.LocalPath));
        if (credentials >= 0)
            return ExternalDiagnostics.Credentials(file);
        return uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0
            ? new DataAddress(uri, null)
            : ExternalDiagnostics.NoAddress(file);
    }
}
