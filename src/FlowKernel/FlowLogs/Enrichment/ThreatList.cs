using System.Globalization;
using FlowKernel.Diagnostics;
using FlowKernel.FlowLogs.Addresses;
using FlowKernel.FlowLogs.Topology;

namespace FlowKernel.FlowLogs.Enrichment;

/// <summary>
/// Reads a list of malicious addresses: a line each, <c>prefix[,type[,description[,domain[,url[,port]]]]]</c>, where
/// the type is one of Traffic Analytics' (Botnet, C2, CryptoMining, DarkNet, DDos, MaliciousUrl, Malware, Phishing,
/// Proxy, PUA, WatchList) and WatchList if missing. Empty lines, and what follows <c>#</c> or <c>;</c>, do not count,
/// so the common block lists can be used as they are.
/// </summary>
public static class ThreatList
{
    /// <summary>The threats in a file; a missing file is FK0606, a line that is none FK0607.</summary>
    public static async Task<Outcome<PrefixTable<Threat>>> ReadFileAsync(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            return new Diagnostic(
                "FK0606", $"There is no threat list at '{path}'.", default, "Check the path after --threats.");
        }

        return Read(await File.ReadAllLinesAsync(path, cancellation), path);
    }

    /// <summary>The threats in lines; a line that is none is FK0607, under the name given.</summary>
    public static Outcome<PrefixTable<Threat>> Read(IReadOnlyList<string> lines, string name)
    {
        var threats = new List<KeyValuePair<IpPrefix, Threat>>();
        for (var i = 0; i < lines.Count; i++)
        {
            var fields = lines[i].Split('#', ';')[0].Split(',', StringSplitOptions.TrimEntries);
            if (fields is [""])
                continue;
            if (!IpPrefix.TryParse(fields[0], out var prefix))
                return Mistake(name, i + 1, fields[0]);
            threats.Add(KeyValuePair.Create(prefix, Read(fields)));
        }

        return new PrefixTable<Threat>(threats);
    }

    private static Threat Read(string[] fields) => new(
        Field(fields, 1) is { Length: > 0 } type ? type : "WatchList",
        Field(fields, 2), Field(fields, 3), Field(fields, 4),
        int.TryParse(Field(fields, 5), NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : null);

    private static string Field(string[] fields, int index) => fields.ElementAtOrDefault(index) ?? "";

    private static Diagnostic Mistake(string name, int line, string text) => new(
        "FK0607",
        string.Create(CultureInfo.InvariantCulture, $"Line {line} of the threat list '{name}' begins with '{text}'."),
        default,
        "A line begins with an address or a prefix, as in 203.0.113.7,C2,known control server.");
}
