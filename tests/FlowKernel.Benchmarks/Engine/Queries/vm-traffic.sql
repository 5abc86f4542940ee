SELECT SrcIp, DestIp, sum(BytesDestToSrc + BytesSrcToDest) AS TotalBytes
FROM {flows}
WHERE TimeGenerated > TIMESTAMP '{now}' - INTERVAL 60 DAY AND SrcIp = '10.1.1.8' AND DestIp <> ''
GROUP BY ALL ORDER BY TotalBytes DESC
