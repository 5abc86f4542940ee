SELECT L4Protocol || DestPort AS App, date_trunc('day', TimeGenerated) AS Day, sum(BytesDestToSrc + BytesSrcToDest) AS TotalBytes
FROM {flows}
WHERE TimeGenerated > TIMESTAMP '{now}' - INTERVAL 60 DAY AND SrcIp = '10.1.1.8' AND DestIp = '136.144.58.113'
GROUP BY ALL
