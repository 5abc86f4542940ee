namespace FlowKernel.Kql.Language;

/// <summary>Queries of many kinds over flow logs, as people write them, to practise checks on.</summary>
internal static class PracticeQueries
{
    /// <summary>Their texts, each of them without a mistake.</summary>
    public static readonly string[] Texts =
    [
        """
        NTANetAnalytics
        | where TimeGenerated between (ago(7d) .. now()) and FlowStatus == "Denied" and not(SrcIp startswith "10.")
        | summarize Attempts = count(), Bytes = sum(BytesSrcToDest + BytesDestToSrc), Last = max(FlowEndTime) by SrcIp, DestPort
        | where Attempts > 10 | order by Attempts desc | take 50
        """,
        """
        let window = 1h;
        let busy = toscalar(NTANetAnalytics | summarize percentile(BytesSrcToDest, 99));
        NTANetAnalytics
        | where BytesSrcToDest >= busy or AclRule has_any ("deny", "block")
        | extend Side = iff(FlowDirection == "Inbound", DestVm, SrcVm), Kilobytes = round(BytesSrcToDest / 1024.0, 1)
        | summarize Flows = countif(isnotempty(Side)), Peers = dcount(DestIp) by Side, bin(TimeGenerated, window)
        | render timechart
        """,
        """
        NTATopologyDetails
        | where AzureResourceType in~ ("VirtualMachine", "Subnet") and Name contains "web"
        | extend Parts = split(Name, "/"), Day = startofday(TimeGenerated), Age = datetime_diff("hour", now(), TimeGenerated)
        | project Day, Group = tolower(tostring(Parts[0])), Machine = strcat(Parts[1], "-", Age), Subnetwork
        | distinct Group, Machine, Subnetwork
        """,
        """
        let owners = NTAIpDetails | summarize arg_max(TimeGenerated, Location, PublicIpDetails) by Ip;
        NTANetAnalytics
        | where ipv4_is_in_range(SrcIp, "10.1.0.0/16") and isnotempty(DestIp)
        | join kind=inner (owners) on $left.DestIp == $right.Ip
        | lookup kind=leftouter (NTATopologyDetails | distinct Name, Region) on $left.SrcVm == $right.Name
        | project-away Ip
        | summarize Total = sum(BytesSrcToDest), make_set(Location, 10) by PublicIpDetails, Region
        | top 20 by Total desc
        """,
        """
        NTANetAnalytics
        | where SrcVm matches regex "^vm[0-9]+$" and DestPort !in (22, 3389)
        | make-series Bytes = sum(BytesSrcToDest) default = 0 on TimeGenerated from ago(2d) to now() step 1h by SrcVm
        | extend Anomalies = series_decompose_anomalies(Bytes, 2.5)
        | mv-expand TimeGenerated to typeof(datetime), Bytes to typeof(long), Anomalies to typeof(real)
        | where Anomalies > 0
        """,
        """
        union withsource = From NTANetAnalytics, NTAIpDetails
        | where isnotnull(TimeGenerated)
        | extend Packed = pack("a", From, "b", TimeGenerated), Number = tolong(extract("([0-9]+)", 1, From))
        | project-rename Source = From
        | sort by TimeGenerated asc nulls last, Source
        | serialize Row = row_number(), Before = prev(TimeGenerated, 1)
        | extend Gap = case(isnull(Before), 0s, TimeGenerated > Before, TimeGenerated - Before, 1s)
        """,
        """
        let top = (n: long) { NTANetAnalytics | summarize Bytes = sum(BytesDestToSrc) by DestSubnet | top n by Bytes };
        top(5) | extend Share = 100.0 * Bytes / 1000, Text = format_datetime(now(), "yyyy-MM-dd"), Flag = Bytes % 2 == 0
        """,
        """
        NTANetAnalytics
        | parse AclGroup with Folder "/" Rule
        | extend Peers = todynamic(DestPublicIps), Kind = coalesce(Rule, Folder, "none"), Wide = -BytesSrcToDest * 2 - 1
        | summarize avg(BytesSrcToDest), stdev(BytesDestToSrc), min(DestPort), take_any(Peers), percentiles(Wide, 5, 95) by Kind
        """,
    ];
}
