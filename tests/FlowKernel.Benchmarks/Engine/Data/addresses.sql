-- A row of NTAIpDetails for each public address and day from {start} on.
SELECT TIMESTAMP '{start}' + to_days(d.range::INTEGER) AS TimeGenerated, TimeGenerated AS FlowIntervalStartTime,
  TimeGenerated + INTERVAL 1 HOUR AS FlowIntervalEndTime, ip AS Ip, ip4 AS Ip__ip4, kind AS FlowType, owner AS PublicIpDetails,
  CASE WHEN country = '' THEN azure ELSE country END AS Location,
  CASE WHEN kind = 'MaliciousFlow' THEN 'WatchList' ELSE '' END AS ThreatType, '' AS ThreatDescription, '' AS DnsDomain, '' AS Url,
  443 AS Port
FROM public, range({days}) AS d
