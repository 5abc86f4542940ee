SELECT SrcIp, DestIp, L4Protocol, DestPort, L7Protocol, sum(BytesSrcToDest + BytesDestToSrc) AS TotalBytes
FROM {flows}
WHERE SubType = 'FlowLog' AND FaSchemaVersion = '3' AND TimeGenerated > TIMESTAMP '{now}' - INTERVAL 30 DAY
  AND (ip_number(SrcIp) BETWEEN 167837952 AND 167837983 AND ip_number(DestIp) BETWEEN 167838016 AND 167838047
    OR ip_number(DestIp) BETWEEN 167837952 AND 167837983 AND ip_number(SrcIp) BETWEEN 167838016 AND 167838047)
GROUP BY ALL ORDER BY TotalBytes DESC
