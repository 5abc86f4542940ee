"""One query for each kind of chart that render knows, on the sample, and what its figure is made of."""

DAYS = "NTANetAnalytics | summarize Bytes = sum(BytesSrcToDest) by bin(TimeGenerated, 1d), FlowType | render "
TYPES = "NTANetAnalytics | summarize Bytes = sum(BytesSrcToDest) by FlowType | render "
SUBNETS = ("NTANetAnalytics | where isnotempty(SrcSubnet) and isnotempty(DestSubnet) "
           "| summarize Bytes = sum(BytesSrcToDest) by SrcSubnet, DestSubnet | render ")
PLACES = "datatable(Lon: real, Lat: real, Region: string, Bytes: long)[-78.7, 37.4, 'eastus', 9000, 4.9, 52.4, 'westeurope', 7000] | render "

# Name: query, the type of the first trace that is to be read, what each of these traces has.
KINDS = {
    "columnchart": (DAYS + "columnchart", "bar", {}),
    "barchart": (TYPES + "barchart", "bar", {"orientation": "h"}),
    "piechart": (TYPES + "piechart", "pie", {}),
    "linechart": (DAYS + "linechart", "scatter", {"mode": ("lines", "lines+markers")}),
    "timechart": (DAYS + "timechart", "scatter", {"mode": ("lines", "lines+markers")}),
    "areachart": (DAYS + "areachart", "scatter", {"fill": "tozeroy"}),
    "stackedareachart": (DAYS + "stackedareachart", "scatter", {"stackgroup": "all"}),
    "scatterchart": ("NTANetAnalytics | summarize sum(PacketsSrcToDest), sum(BytesSrcToDest) by DestPort | project-away DestPort | render scatterchart",
                     "scatter", {"mode": "markers"}),
    "card": ("NTANetAnalytics | summarize Flows = count(), Bytes = sum(BytesSrcToDest) | render card", "scatter", {}),
    "anomalychart": (
        "NTANetAnalytics | where FlowType == 'S2S' | summarize Bytes = sum(BytesSrcToDest) by bin(TimeGenerated, 1d) "
        "| extend Odd = iff(Bytes > 2000000000, 1, 0) | render anomalychart with (anomalycolumns=Odd)", "scatter", {}),
    "ladderchart": (
        "NTANetAnalytics | where FlowType == 'MaliciousFlow' | summarize Start = min(FlowStartTime), End = max(FlowEndTime) by DestIp | render ladderchart",
        "bar", {"orientation": "h"}),
    "timepivot": ("NTANetAnalytics | summarize Flows = count() by bin(TimeGenerated, 1d), FlowType | render timepivot", "heatmap", {}),
    "pivotchart": (SUBNETS + "pivotchart", "heatmap", {}),
    "treemap": ("NTANetAnalytics | summarize Bytes = sum(BytesSrcToDest) by FlowType, SrcVm | render treemap", "treemap", {}),
    "sankey": (SUBNETS + "sankey", "sankey", {}),
    "graph": (SUBNETS + "graph", "scatter", {}),
    "map of places": (PLACES + "scatterchart with (kind=map)", "scatter", {"mode": "markers"}),
    "map of pies": (PLACES + "piechart with (kind=map)", "scatter", {}),
    "plotly": ("print dynamic({'data': [{'type': 'scatter', 'x': [1, 2], 'y': [3, 4]}], 'layout': {'title': {'text': 'own'}}}) | render plotly",
               "scatter", {}),
}
COUNTRIES = "NTAIpDetails | where isnotempty(Location) | summarize Addresses = dcount(Ip) by Location"


def cells():
    """The cells of a notebook that shows every kind, the map of countries last."""
    queries = [f"#!flowlogs\n{query}" for query, _, _ in KINDS.values()]
    return ["#!flowlogs connect sample", *queries, f"#!flowlogs --chart map\n{COUNTRIES}"]


CHARTS = len(KINDS) + 1
