-- DropIndex
DROP INDEX "Briefing_centreId_series_year_number_edition_key";

-- AlterTable
ALTER TABLE "Briefing" ADD COLUMN     "run" TEXT,
ADD COLUMN     "total" INTEGER;

-- CreateTable
CREATE TABLE "PaperSettings" (
    "centreId" INTEGER NOT NULL,
    "settings" JSONB NOT NULL,
    "editedBy" TEXT NOT NULL,
    "editedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PaperSettings_pkey" PRIMARY KEY ("centreId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Briefing_centreId_run_year_number_edition_key" ON "Briefing"("centreId", "run", "year", "number", "edition");

-- CreateIndex
CREATE UNIQUE INDEX "Briefing_centreId_run_total_edition_key" ON "Briefing"("centreId", "run", "total", "edition");

-- AddForeignKey
ALTER TABLE "PaperSettings" ADD CONSTRAINT "PaperSettings_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Issues that were numbered by template keep their numbers: monthly ones become the run of their masthead.
UPDATE "Briefing"
SET "run" = ("document" -> 'masthead' ->> 'name') || CASE "series" WHEN 'month' THEN '' ELSE '·' || "series" END
WHERE "number" IS NOT NULL;
