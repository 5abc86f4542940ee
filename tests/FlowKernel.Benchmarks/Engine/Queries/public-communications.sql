SELECT DISTINCT FlowType, PublicIpDetails, Location FROM {addresses}
WHERE TimeGenerated > TIMESTAMP '{now}' - INTERVAL 60 DAY
