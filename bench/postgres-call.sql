-- The work of one charity call as one transaction: the locks, reads and writes that the engine does
-- for it in a batch. Two things pgbench does not have to do: encrypt the personal parts, and decide.
-- pgbench takes a colon before a letter for a variable even inside quotes, hence 'u:' || 'abc'.
\set event random(1, 9000000000000000000)
\set user random(1, 200000)
BEGIN;
SELECT count(*) FROM (
  SELECT pg_advisory_xact_lock(hash) FROM (
    SELECT DISTINCT hashtextextended(key, 0) AS hash
    FROM unnest(ARRAY['charity event CH_A ' || (:event)::text, 'charity account u:' || (:user)::text]) AS key
    ORDER BY hash OFFSET 0
  ) AS sorted OFFSET 0
) AS locked;
SELECT channel, event_id, content_hash, minutes, status FROM charity_action
  WHERE channel = 'CH_A' AND event_id = 'EVENT_' || (:event)::text;
SELECT channel, name, status, known_users_only, types FROM charity_channel WHERE channel = 'CH_A';
SELECT activity_id, channel, name, start_ms, end_ms, grace_days, need_registration, quota,
  default_sub_code, status FROM charity_activity WHERE activity_id = 12345;
SELECT account, status FROM charity_account WHERE account = 'u:' || 'abcdefghijklmnop' || (:user)::text;
SELECT sub_code, version, valid_from_ms, valid_to_ms, type, formula, minutes, unit, quantity_path,
  event_max, day_cap, year_cap, decode_once FROM charity_rule WHERE sub_code = 'SUB_CODE';
INSERT INTO charity_action (id, channel, event_id, kind, content_hash, account, activity_id, sub_code,
  type, year, happened_ms, received_ms, app_key, minutes, status, cap, flags, sealed)
  VALUES (:event, 'CH_A', 'EVENT_' || (:event)::text, 'ACTION', decode(md5((:event)::text), 'hex'),
  'u:' || 'abcdefghijklmnop' || (:user)::text, 12345, 'SUB_CODE', 'PAN_PUBLIC_WELFARE', 2026, 1767225600000,
  1767225660000, '10000001', 6, 'AWARDED', '', '', decode(repeat('5a', 190), 'hex'));
COMMIT;
