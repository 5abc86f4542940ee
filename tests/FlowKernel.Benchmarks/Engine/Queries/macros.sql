-- An address as a number, as people write it over text columns; and with a test for texts that are no address.
CREATE OR REPLACE TEMP MACRO ip_number(ip) AS CASE WHEN ip = '' THEN NULL ELSE
  split_part(ip, '.', 1)::BIGINT * 16777216 + split_part(ip, '.', 2)::BIGINT * 65536
  + split_part(ip, '.', 3)::BIGINT * 256 + split_part(ip, '.', 4)::BIGINT END;
