SELECT DISTINCT split_part(Name, '/', 1) AS ResourceGroup, split_part(Name, '/', 2) AS RouteTableName,
  split_part(Name, '/', 3) AS RouteName, NextHopType, NextHopIp
FROM {topology}
WHERE TimeGenerated > TIMESTAMP '{now}' - INTERVAL 600 DAY AND AzureResourceType = 'Route'
  AND lower(split_part(Name, '/', 1)) = 'flowlogs'
