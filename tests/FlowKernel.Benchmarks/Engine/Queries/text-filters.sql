SELECT AclRule, DestSubnet, sum(BytesSrcToDest + BytesDestToSrc) AS TotalBytes, count(*) AS Flows
FROM {flows}
WHERE AclRule ILIKE '%sql%' OR regexp_matches(DestVm, 'vm01[0-9]5$')
GROUP BY ALL
