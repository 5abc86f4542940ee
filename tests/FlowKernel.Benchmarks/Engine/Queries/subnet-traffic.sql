SELECT SrcSubnet, DestSubnet, L4Protocol, DestPort, sum(BytesSrcToDest + BytesDestToSrc) AS TotalBytes
FROM {flows}
WHERE SubType = 'FlowLog' AND FaSchemaVersion = '3' AND TimeGenerated > TIMESTAMP '{now}' - INTERVAL 60 DAY
  AND SrcSubnet <> '' AND DestSubnet <> ''
GROUP BY ALL ORDER BY TotalBytes DESC
