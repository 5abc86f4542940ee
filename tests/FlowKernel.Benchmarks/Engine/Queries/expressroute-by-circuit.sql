SELECT split_part(CASE WHEN SrcExpressRouteCircuit <> '' THEN SrcExpressRouteCircuit ELSE DestExpressRouteCircuit END, '/', 3)
    || ' at ' || split_part(TargetResourceId, '/', 3) AS Path,
  date_trunc('day', TimeGenerated) AS Day, sum(BytesSrcToDest + BytesDestToSrc) AS TotalBytes
FROM {flows}
WHERE SubType = 'FlowLog' AND TimeGenerated > TIMESTAMP '{now}' - INTERVAL 60 DAY
  AND (SrcExpressRouteCircuit <> '' OR DestExpressRouteCircuit <> '')
GROUP BY ALL
