WITH hours AS (SELECT SrcVm, date_diff('hour', TIMESTAMP '{now}' - INTERVAL 30 DAY, TimeGenerated) AS hour,
    sum(BytesSrcToDest)::BIGINT AS Bytes
  FROM {flows}
  WHERE SrcVm <> '' AND TimeGenerated >= TIMESTAMP '{now}' - INTERVAL 30 DAY AND TimeGenerated < TIMESTAMP '{now}'
  GROUP BY ALL),
axis AS (SELECT range AS hour FROM range(720)),
machines AS (SELECT DISTINCT SrcVm FROM hours)
SELECT SrcVm, to_json(list(coalesce(Bytes, 0) ORDER BY hour)) AS Bytes,
  to_json(list(strftime(TIMESTAMP '{now}' - INTERVAL 30 DAY + to_hours(hour), '%Y-%m-%dT%H:%M:%S.0000000Z') ORDER BY hour))
FROM machines CROSS JOIN axis LEFT JOIN hours USING (SrcVm, hour)
GROUP BY SrcVm
