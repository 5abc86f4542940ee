SELECT FlowStartTime, SrcIp, DestIp, DestPort, L4Protocol, FlowStatus, BytesSrcToDest, BytesDestToSrc
FROM {flows}
WHERE TimeGenerated >= TIMESTAMP '2024-04-20 13:00:00' AND TimeGenerated < TIMESTAMP '2024-04-20 14:00:00'
  AND (SrcIp = '10.1.3.7' OR DestIp = '10.1.3.7')
