-- An estate of 2,000 machines in ten subnets, 2,000 hosts on premises and 6,000 public addresses: what flows join to.
CREATE MACRO chance(item, salt) AS (hash(item * 64 + salt) % 1000003) / 1000003.0;
CREATE MACRO address(number) AS concat_ws('.',
  (number >> 24) & 255, (number >> 16) & 255, (number >> 8) & 255, number & 255);
CREATE TABLE vm AS
SELECT range AS id, (167837696 + 256 * (1 + range // 200) + 4 + range % 200)::UINTEGER AS ip4,
  address(ip4) AS ip, format('flowlogs/vm{:04d}', range) AS name, format('flowlogs/vm{:04d}-nic', range) AS nic,
  format('{:X}', 105852639903744 + range) AS mac,
  format('flowlogs/spoke{}/{}', 1 + range // 500, ['web', 'app', 'data', 'batch', 'tools'][1 + range // 200 % 5]) AS subnet,
  format('spoke{}', 1 + range // 500) AS vnet,
  ['eastus2', 'eastus2', 'westeurope', 'westus2'][1 + range // 500] AS region,
  CASE WHEN range // 200 % 5 = 0 AND range % 200 < 40
    THEN '7b2e4f10-6c1d-4f0e-9a54-0d3c5b8e2a71/flowlogs/web' || (range // 1000) ELSE '' END AS balancer
FROM range(2000);
CREATE TABLE site AS
SELECT range AS id, (168034304 + 256 * (range // 250) + 1 + range % 250)::UINTEGER AS ip4, address(ip4) AS ip,
  '7b2e4f10-6c1d-4f0e-9a54-0d3c5b8e2a71/network/' || ['er-dublin', 'er-dallas'][1 + range % 2] AS circuit
FROM range(2000);
CREATE TABLE public AS
SELECT range AS id, (CASE WHEN range = 0 THEN 2291153521
    ELSE (20 + hash(range) % 180) * 16777216 + hash(range) % 16000000 END)::UINTEGER AS ip4, address(ip4) AS ip,
  CASE WHEN range % 40 = 0 THEN 'MaliciousFlow' WHEN range % 2 = 1 THEN 'AzurePublic' ELSE 'ExternalPublic' END AS kind,
  CASE WHEN kind = 'AzurePublic' THEN '' ELSE ['US', 'DE', 'NL', 'GB', 'FR', 'CN', 'BR', 'JP'][1 + range // 2 % 8] END AS country,
  CASE WHEN kind = 'AzurePublic' THEN ['eastus2', 'westeurope', 'westus2'][1 + range // 2 % 3] ELSE '' END AS azure,
  CASE WHEN kind = 'AzurePublic' THEN ['Storage', 'AzureMonitor', 'AzureActiveDirectory', 'Sql'][1 + range // 2 % 4] ELSE '' END AS tag,
  CASE WHEN kind = 'AzurePublic' THEN tag || '.' || azure ELSE format('Owner {} Ltd.', range % 400) END AS owner
FROM range(6000);
CREATE TABLE service AS SELECT * FROM (VALUES
  (0, 443, 'T', 'https'), (1, 80, 'T', 'http'), (2, 1433, 'T', 'ms-sql-s'), (3, 53, 'U', 'domain'),
  (4, 22, 'T', 'ssh'), (5, 3389, 'T', 'ms-wbt-server'), (6, 8080, 'T', 'http-alt'), (7, 445, 'T', 'microsoft-ds'),
  (8, 123, 'U', 'ntp'), (9, 5432, 'T', 'postgresql')) AS s(id, port, protocol, name);
