WITH series AS (SELECT SrcVm, date_trunc('hour', TimeGenerated) AS Hour, sum(BytesSrcToDest)::BIGINT AS Bytes
  FROM {flows}
  WHERE SrcVm <> '' AND SrcVm < 'flowlogs/vm0500'
  GROUP BY ALL)
SELECT SrcVm, Hour, Bytes FROM series
QUALIFY Bytes > avg(Bytes) OVER (PARTITION BY SrcVm) + 3 * stddev_samp(Bytes) OVER (PARTITION BY SrcVm)
