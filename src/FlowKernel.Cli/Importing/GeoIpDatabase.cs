using System.Globalization;
using System.Net;
using FlowKernel.Diagnostics;
using FlowKernel.FlowLogs.Addresses;
using FlowKernel.FlowLogs.Enrichment;
using MaxMind.Db;

namespace FlowKernel.Cli.Importing;

/// <summary>
/// Countries and holders from a file in MaxMind's format (https://maxmind.github.io/MaxMind-DB/): country, city and ASN
/// databases of MaxMind and of others who use the same names.
/// </summary>
internal sealed class GeoIpDatabase : IIpLocator
{
    private readonly Reader _reader;

    private GeoIpDatabase(Reader reader) => _reader = reader;

    /// <summary>Opens a database; FK0720 when it is missing, FK0721 when it is none.</summary>
    public static Outcome<GeoIpDatabase> Open(FileInfo file)
    {
        if (!file.Exists)
        {
            return new Diagnostic(
                "FK0720", $"There is no file '{file.FullName}'.", default, "Check the path after --ip-db.");
        }

        try
        {
            return new GeoIpDatabase(new Reader(file.FullName, FileAccessMode.Memory));
        }
        catch (InvalidDatabaseException e)
        {
            return new Diagnostic(
                "FK0721", $"'{file.Name}' is not a MaxMind database: {e.Message}", default,
                "Give a file that ends with .mmdb.");
        }
    }

    /// <inheritdoc/>
    public IpLocation? Find(IpNumber address)
    {
        var found = _reader.Find<Dictionary<string, object>>(IPAddress.Parse(address.ToString()));
        if (found is null)
            return null;
        var country = Text(Inner(found, "country"), "iso_code");
        return new IpLocation(country, Text(found, "autonomous_system_organization"));
    }

    private static Dictionary<string, object>? Inner(Dictionary<string, object> entry, string name) =>
        entry.GetValueOrDefault(name) as Dictionary<string, object>;

    private static string Text(Dictionary<string, object>? entry, string name) =>
        Convert.ToString(entry?.GetValueOrDefault(name), CultureInfo.InvariantCulture) ?? "";
}
