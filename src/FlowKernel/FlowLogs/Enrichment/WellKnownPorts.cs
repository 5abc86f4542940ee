using System.Collections.Frozen;

namespace FlowKernel.FlowLogs.Enrichment;

/// <summary>Guesses the application protocol from the destination port, by the names of the IANA registry.</summary>
/// <remarks>https://www.iana.org/assignments/service-names-port-numbers</remarks>
internal static class WellKnownPorts
{
    private const byte Tcp = 6;
    private const byte Udp = 17;

    private static readonly FrozenDictionary<ushort, string> Names = new Dictionary<ushort, string>
    {
        [20] = "ftp-data",
        [21] = "ftp",
        [22] = "ssh",
        [23] = "telnet",
        [25] = "smtp",
        [53] = "dns",
        [67] = "bootps",
        [68] = "bootpc",
        [69] = "tftp",
        [80] = "http",
        [88] = "kerberos",
        [110] = "pop3",
        [123] = "ntp",
        [135] = "epmap",
        [137] = "netbios-ns",
        [138] = "netbios-dgm",
        [139] = "netbios-ssn",
        [143] = "imap",
        [161] = "snmp",
        [162] = "snmptrap",
        [179] = "bgp",
        [389] = "ldap",
        [443] = "https",
        [445] = "microsoft-ds",
        [464] = "kpasswd",
        [465] = "submissions",
        [500] = "isakmp",
        [514] = "syslog",
        [587] = "submission",
        [636] = "ldaps",
        [853] = "domain-s",
        [989] = "ftps-data",
        [990] = "ftps",
        [993] = "imaps",
        [995] = "pop3s",
        [1433] = "ms-sql-s",
        [1434] = "ms-sql-m",
        [1521] = "oracle",
        [1812] = "radius",
        [1813] = "radius-acct",
        [1883] = "mqtt",
        [2049] = "nfs",
        [3128] = "http-proxy",
        [3260] = "iscsi",
        [3268] = "msft-gc",
        [3269] = "msft-gc-ssl",
        [3306] = "mysql",
        [3389] = "ms-wbt-server",
        [4500] = "ipsec-nat-t",
        [5060] = "sip",
        [5061] = "sips",
        [5201] = "iperf3",
        [5432] = "postgresql",
        [5671] = "amqps",
        [5672] = "amqp",
        [5985] = "wsman",
        [5986] = "wsmans",
        [6379] = "redis",
        [8080] = "http-alt",
        [8443] = "https-alt",
        [8883] = "secure-mqtt",
        [9092] = "kafka",
        [9200] = "elasticsearch",
        [27017] = "mongodb",
    }.ToFrozenDictionary();

    /// <summary>The name, or empty when the port tells nothing.</summary>
    public static string Name(byte protocol, ushort port) =>
        protocol is Tcp or Udp && Names.TryGetValue(port, out var name) ? name : "";
}
