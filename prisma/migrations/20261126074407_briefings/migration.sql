-- CreateEnum
CREATE TYPE "BriefingState" AS ENUM ('draft', 'frozen', 'withdrawn');

-- CreateTable
CREATE TABLE "Briefing" (
    "centreId" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "series" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "state" "BriefingState" NOT NULL DEFAULT 'draft',
    "title" TEXT NOT NULL,
    "periodFrom" DATE NOT NULL,
    "periodTo" DATE NOT NULL,
    "comparison" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "readings" JSONB NOT NULL,
    "words" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "author" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "editedBy" TEXT NOT NULL,
    "editedAt" TIMESTAMPTZ(3) NOT NULL,
    "year" INTEGER,
    "number" INTEGER,
    "edition" INTEGER NOT NULL DEFAULT 1,
    "frozen" JSONB,
    "frozenAt" TIMESTAMPTZ(3),
    "hash" TEXT,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnBy" TEXT,
    "withdrawnWhy" TEXT,
    "replaces" INTEGER,

    CONSTRAINT "Briefing_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "centreId" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "zh" TEXT NOT NULL,
    "en" TEXT NOT NULL,
    "link" TEXT NOT NULL,
    "readBy" TEXT[],

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateIndex
CREATE INDEX "Briefing_centreId_editedAt_idx" ON "Briefing"("centreId", "editedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Briefing_centreId_series_year_number_edition_key" ON "Briefing"("centreId", "series", "year", "number", "edition");

-- CreateIndex
CREATE INDEX "Notice_centreId_day_idx" ON "Notice"("centreId", "day");

-- AddForeignKey
ALTER TABLE "Briefing" ADD CONSTRAINT "Briefing_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
