WITH owners AS (SELECT Ip, arg_max(PublicIpDetails, TimeGenerated) AS PublicIpDetails, arg_max(Location, TimeGenerated) AS Location
  FROM {addresses} GROUP BY Ip),
machines AS (SELECT Name, arg_max(Subnetwork, TimeGenerated) AS Subnetwork
  FROM {topology} WHERE AzureResourceType = 'VirtualMachine' GROUP BY Name),
pairs AS (SELECT DestIp, SrcVm, sum(BytesSrcToDest + BytesDestToSrc) AS TotalBytes, count(*) AS Flows
  FROM {flows}
  WHERE FlowType IN ('AzurePublic', 'ExternalPublic', 'MaliciousFlow') AND SrcVm <> '' AND DestIp <> ''
  GROUP BY ALL)
SELECT coalesce(PublicIpDetails, ''), coalesce(Location, ''), coalesce(Subnetwork, ''),
  sum(TotalBytes) AS TotalBytes, sum(Flows) AS Flows
FROM pairs LEFT JOIN owners ON DestIp = Ip LEFT JOIN machines ON SrcVm = Name
GROUP BY ALL ORDER BY TotalBytes DESC LIMIT 100
