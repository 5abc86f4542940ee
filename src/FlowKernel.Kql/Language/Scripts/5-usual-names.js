'use strict';
// What people who investigate flow logs write at each kind of place, most used first. Calls end with a bracket; words in
// angle brackets stand for all of their kind that are not named:
//   <value> literals that fit; <declared> variables and parameters of the user; <computed> columns that the query makes;
//   <column>, <table>, <function>, <aggregate>.
// What is not here follows in the order of Kusto.Language.
const usualNames = (() => {
  const words = text => text.trim().split(/\s+/);
  // Where a name is said twice, the first counts.
  const list = (...texts) => new Map([...new Set(texts.flatMap(words))].map((name, place) => [name, place]));

  const times = 'TimeGenerated FlowStartTime FlowEndTime FlowIntervalStartTime FlowIntervalEndTime TimeProcessed';
  const volumes = 'BytesSrcToDest BytesDestToSrc PacketsSrcToDest PacketsDestToSrc CompletedFlows AllowedInFlows '
    + 'DeniedInFlows AllowedOutFlows DeniedOutFlows RecordCount';
  const ends = 'SrcVm DestVm L7Protocol L4Protocol SrcSubnet DestSubnet SrcPublicIps DestPublicIps Country AzureRegion '
    + 'SrcRegion DestRegion AclRule AclGroup ConnectionType ConnectionName';
  const details = 'Ip PublicIpDetails Location ThreatType Name AzureResourceType Region IpAddress PrivateIpAddresses '
    + 'Subnetwork Network Nsg';
  const wanted = `TimeGenerated FlowType SrcIp DestIp DestPort FlowStatus FlowDirection ${ends} ${details} ${volumes} ${times}`;
  const tables = 'NTANetAnalytics NTAIpDetails NTATopologyDetails';
  const aggregates = 'count( sum( dcount( avg( min( max( countif( make_set( arg_max( take_any( percentile(';
  const moments = 'ago( datetime( now( startofday( endofday( startofhour( startofweek( startofmonth( todatetime(';
  const numbers = 'tolong( toint( toreal( round( abs( array_length( strlen(';

  const addresses = 'SrcIp DestIp Ip SrcPublicIps DestPublicIps IpAddress PrivateIpAddresses PublicIpAddresses NextHopIp';
  // What is asked of addresses, and of what has few values or may be empty.
  const addressed = words('ipv4_is_in_range ipv4_is_private ipv4_is_in_any_range ipv4_is_match ipv4_compare parse_ipv4 '
    + 'has_ipv4 has_any_ipv4 has_ipv4_prefix has_any_ipv4_prefix geo_info_from_ip_address');
  const counted = words('dcount dcountif make_set make_set_if make_list count_distinct take_any isempty isnotempty');

  // By the type that is expected, where a value is compared.
  const operands = {
    datetime: list('<value> <declared>', moments, '<computed>', times, '<column> <function>'),
    timespan: list('<declared> <value> timespan( totimespan( <computed> <column> <function>'),
    bool: list('true false <declared> <computed> <column> <function>'),
    number: list('<value> <declared> <computed> DestPort', volumes, '<column>', numbers, '<function>'),
    string: list('<value> <declared> <computed> SrcIp DestIp SrcVm DestVm', wanted, '<column> tostring( tolower( strcat( split( extract( <function>'),
    other: list('<value> <declared> <computed>', wanted, '<column> dynamic( <function>'),
  };

  // By the type of what stands before.
  const infixes = {
    datetime: list('> >= between < <= == !between !='),
    timespan: list('> >= < <= == between !='),
    number: list('== > >= < <= != in between !in !between'),
    other: list('== != > < >= <= =~ in has startswith contains between has_any in~ endswith matches !in !has !contains !startswith'),
  };

  return {
    none: new Map(),
    operands,
    infixes,
    places: {
      start: list('<declared> let', tables, '<table> print union search datatable range externaldata find set declare'),
      source: list('<declared>', tables, '<table> print union search datatable range externaldata find'),
      operator: list(
        'where summarize project extend take top sort order join render distinct count mv-expand make-series parse '
        + 'project-away project-rename project-keep project-reorder union lookup search serialize evaluate limit as '
        + 'parse-where sample top-nested mv-apply partition scan'),
      condition: list(
        '<computed>', wanted, '<column> isnotempty( isempty( ipv4_is_in_range( ipv4_is_private( ipv4_is_in_any_range( '
        + 'has_any_ipv4( has_ipv4( not( isnotnull( isnull( <declared> <function>'),
      group: list(
        '<computed> SrcIp DestIp DestPort bin( TimeGenerated FlowType FlowStatus FlowDirection', wanted,
        '<column> <declared> iff( case( startofday( <function>'),
      order: list('<computed> TimeGenerated', volumes, wanted, '<column> <function>'),
      column: list('<computed>', wanted, '<column> iff( case( bin( strcat( tostring( split( extract( <function>'),
      value: list('ago( dynamic( toscalar( datetime( now(', tables, '<table> <declared> materialize( datatable range print <function>'),
      aggregate: list(aggregates, '<aggregate> <computed>', wanted, '<column> <declared> <function>'),
      argument: list('<value> <computed> TimeGenerated', volumes, wanted, '<column> <declared> <function>'),
      nextArgument: list('<value> <declared> <computed>', wanted, '<column> <function>'),
      chart: list(
        'timechart columnchart barchart piechart linechart table areachart stackedareachart scatterchart sankey graph map '
        + 'card anomalychart ladderchart treemap timepivot pivotchart plotly'),
      join: list('kind <declared>', tables, '<table>'),
      key: list('<computed> SrcIp DestIp SrcVm DestVm $left $right', wanted, '<column>'),
      keyOfLeft: list('$right $left <computed> <column>'),
      keyOfRight: list('$left $right <computed> <column>'),
    },

    // Literals that are written where a value of the type is expected.
    literals: { timespan: words('1m 5m 1h 1d 15m 30m 6h 12h 7d 30d') },
    ofFirstArgument: new Map([
      ['ago', list('<declared> 1h 1d 7d 30d 15m 30m 6h 12h <value>')],
      ...addressed.map(name => [name, list(addresses, '<computed> <column> <declared> <function>')]),
      ...counted.map(name => [name, list('<computed> SrcIp DestIp DestPort', ends, wanted, '<column> <declared> <function>')]),
    ]),
  };
})();
