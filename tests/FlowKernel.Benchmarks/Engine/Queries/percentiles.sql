SELECT L7Protocol, FlowDirection, q[1] AS p50, q[2] AS p95, q[3] AS p99, mean FROM (
  SELECT L7Protocol, FlowDirection, quantile_disc(BytesSrcToDest, [0.5, 0.95, 0.99]) AS q, avg(BytesDestToSrc) AS mean
  FROM {flows} WHERE FlowStatus = 'Allowed' GROUP BY ALL)
