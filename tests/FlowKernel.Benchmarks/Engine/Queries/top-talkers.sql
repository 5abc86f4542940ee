SELECT SrcIp, DestIp, sum(BytesSrcToDest + BytesDestToSrc) AS TotalBytes, sum(CompletedFlows) AS Flows
FROM {flows}
WHERE TimeGenerated > TIMESTAMP '{now}' - INTERVAL 30 DAY
GROUP BY ALL ORDER BY TotalBytes DESC LIMIT 20
