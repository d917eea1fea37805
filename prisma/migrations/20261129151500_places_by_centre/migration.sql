-- Units and windows in the rights of accounts are named by centre and code, such as pinghe/AJ: two centres may use one
-- code. A bare code opened that unit or window in every centre of the account. It becomes one entry for each of these
-- centres that has it, or for each of them where none has it, so that nobody sees other rows than before.
UPDATE "User" u
SET "scope" = u."scope" || jsonb_build_object('units', (
  SELECT coalesce(jsonb_agg(DISTINCT c."code" || '/' || bare.code), '[]'::jsonb)
  FROM jsonb_array_elements_text(u."scope"->'units') AS bare(code)
  JOIN "Centre" c ON u."scope"->'centres' = '"all"'::jsonb OR u."scope"->'centres' ? c."code"
  WHERE EXISTS (SELECT 1 FROM "Unit" m WHERE m."centreId" = c."id" AND m."code" = bare.code)
    OR NOT EXISTS (SELECT 1 FROM "Unit" m JOIN "Centre" o ON o."id" = m."centreId" WHERE m."code" = bare.code
      AND (u."scope"->'centres' = '"all"'::jsonb OR u."scope"->'centres' ? o."code"))))
WHERE jsonb_typeof(u."scope"->'units') = 'array';

UPDATE "User" u
SET "scope" = u."scope" || jsonb_build_object('windows', (
  SELECT coalesce(jsonb_agg(DISTINCT c."code" || '/' || bare.code), '[]'::jsonb)
  FROM jsonb_array_elements_text(u."scope"->'windows') AS bare(code)
  JOIN "Centre" c ON u."scope"->'centres' = '"all"'::jsonb OR u."scope"->'centres' ? c."code"
  WHERE EXISTS (SELECT 1 FROM "Window" m WHERE m."centreId" = c."id" AND m."code" = bare.code)
    OR NOT EXISTS (SELECT 1 FROM "Window" m JOIN "Centre" o ON o."id" = m."centreId" WHERE m."code" = bare.code
      AND (u."scope"->'centres' = '"all"'::jsonb OR u."scope"->'centres' ? o."code"))))
WHERE jsonb_typeof(u."scope"->'windows') = 'array';
