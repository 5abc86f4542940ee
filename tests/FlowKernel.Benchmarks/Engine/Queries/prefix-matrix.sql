WITH prefixes AS (SELECT 167837696 + 256 * (1 + range // 5) + 48 * (range % 5) AS first, first + 15 AS last FROM range(50)),
numbered AS (SELECT ip_number(SrcIp) AS src, ip_number(DestIp) AS dest, SrcSubnet, DestSubnet, BytesSrcToDest, BytesDestToSrc
  FROM {flows})
SELECT SrcSubnet, DestSubnet, sum(BytesSrcToDest + BytesDestToSrc) AS TotalBytes, count(*) AS Flows
FROM numbered
WHERE EXISTS (FROM prefixes WHERE src BETWEEN first AND last) AND EXISTS (FROM prefixes WHERE dest BETWEEN first AND last)
GROUP BY ALL
