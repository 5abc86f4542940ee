WITH owners AS (SELECT Ip, arg_max(PublicIpDetails, TimeGenerated) AS PublicIpDetails, arg_max(Location, TimeGenerated) AS Location
  FROM {addresses} GROUP BY Ip)
SELECT SrcIp, DestIp, coalesce(PublicIpDetails, '') AS PublicIpDetails, coalesce(Location, '') AS Location,
  sum(BytesDestToSrc + BytesSrcToDest) AS TotalBytes
FROM {flows} LEFT JOIN owners ON DestIp = Ip
WHERE TimeGenerated > TIMESTAMP '{now}' - INTERVAL 60 DAY AND SrcIp = '10.1.1.8' AND DestIp <> ''
GROUP BY ALL ORDER BY TotalBytes DESC
