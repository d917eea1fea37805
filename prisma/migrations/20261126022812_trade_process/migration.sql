-- AlterTable
ALTER TABLE "Trade" ADD COLUMN     "biddersBin" SMALLINT,
ADD COLUMN     "documentDays" SMALLINT,
ADD COLUMN     "meals" SMALLINT,
ADD COLUMN     "overtime" INTEGER,
ADD COLUMN     "publishedDay" DATE;

-- The bin of what is stored already, as the intake computes it for new rows (server/measures/bins.ts).
UPDATE "Trade" SET "biddersBin" = CASE WHEN "bidders" = 0 THEN 0 ELSE 1 + floor(ln("bidders"::double precision) / ln(1.04::double precision) + 1e-9)::int END WHERE "bidders" IS NOT NULL;
