SELECT SrcVm, count(DISTINCT DestIp) AS Peers, count(DISTINCT DestPort) AS Ports
FROM {flows}
WHERE SrcVm <> ''
GROUP BY ALL ORDER BY Peers DESC, SrcVm LIMIT 50
