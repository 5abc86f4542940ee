SELECT FlowType, FlowDirection, sum(BytesSrcToDest + BytesDestToSrc) AS TotalBytes, count(*) AS Flows
FROM {flows}
WHERE SrcVm ILIKE '%vm0042%' OR DestVm ILIKE '%vm0042%'
GROUP BY ALL
