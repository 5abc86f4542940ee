WITH peers AS (SELECT string_split(unnest(string_split(DestPublicIps, ' ')), '|') AS parts
  FROM {flows}
  WHERE TimeGenerated > TIMESTAMP '{now}' - INTERVAL 7 DAY AND DestPublicIps <> '')
SELECT parts[1] AS Ip, sum(parts[6]::BIGINT) AS TotalBytes, sum(parts[2]::BIGINT) AS Flows
FROM peers GROUP BY Ip ORDER BY TotalBytes DESC, Ip LIMIT 100
