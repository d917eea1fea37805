-- The tables of sums are called rollups now. They are derived: the next start makes and fills them again.
ALTER TABLE "Tier" RENAME TO "Rollup";
ALTER TABLE "Rollup" RENAME CONSTRAINT "Tier_pkey" TO "Rollup_pkey";
DELETE FROM "Rollup";
DELETE FROM "Setting" WHERE "key" = 'tiers';
