-- A discovery for each day from {start} on: the machines, and the routes of 50 route tables.
SELECT TIMESTAMP '{start}' + to_days(d.range::INTEGER) AS TimeGenerated, TimeGenerated AS TimeProcessed, 'Topology' AS SubType, r.*
FROM (
  SELECT 'VirtualMachine' AS AzureResourceType, name AS Name, '7b2e4f10-6c1d-4f0e-9a54-0d3c5b8e2a71' AS Subscription,
    region AS Region, ip AS PrivateIpAddresses, subnet AS Subnetwork, '' AS NextHopType, '' AS NextHopIp
  FROM vm
  UNION ALL
  SELECT 'Route', format('flowlogs/rt-{}/route{}', range // 4, range % 4), '7b2e4f10-6c1d-4f0e-9a54-0d3c5b8e2a71', 'eastus2',
    '', '', CASE WHEN range % 4 = 0 THEN 'VirtualAppliance' ELSE 'VnetLocal' END, CASE WHEN range % 4 = 0 THEN '10.0.0.4' ELSE '' END
  FROM range(200)) AS r, range({days}) AS d
