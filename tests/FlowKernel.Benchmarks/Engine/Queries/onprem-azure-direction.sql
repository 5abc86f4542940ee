SELECT CASE WHEN SrcIp LIKE '10.4.%' THEN 'Onprem2Azure' ELSE 'Azure2Onprem' END AS Direction,
  sum(BytesSrcToDest) AS TotalBytesSrcToDest, sum(BytesDestToSrc) AS TotalBytesDestToSrc
FROM {flows}
WHERE SubType = 'FlowLog' AND FaSchemaVersion = '3' AND FlowStartTime > TIMESTAMP '{now}' - INTERVAL 24 HOUR
  AND (SrcIp LIKE '10.4.%' AND DestIp LIKE '10.1.%' OR SrcIp LIKE '10.1.%' AND DestIp LIKE '10.4.%')
GROUP BY ALL
