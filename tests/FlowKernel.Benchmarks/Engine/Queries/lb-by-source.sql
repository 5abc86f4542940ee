SELECT SrcIp, sum(BytesSrcToDest + BytesDestToSrc) AS TotalBytes
FROM {flows}
WHERE SubType = 'FlowLog' AND TimeGenerated > TIMESTAMP '{now}' - INTERVAL 60 DAY
  AND (SrcLoadBalancer ILIKE '%web%' OR DestLoadBalancer ILIKE '%web%')
GROUP BY ALL
