SELECT SrcIp, DestIp, max(FlowStartTime) AS FlowStartTime, arg_max(FlowStatus, FlowStartTime) AS FlowStatus,
  arg_max(AclRule, FlowStartTime) AS AclRule, arg_max(BytesSrcToDest, FlowStartTime) AS Bytes
FROM {flows}
GROUP BY SrcIp, DestIp ORDER BY Bytes DESC, SrcIp, DestIp LIMIT 1000
