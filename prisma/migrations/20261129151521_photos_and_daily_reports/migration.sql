-- CreateEnum
CREATE TYPE "TicketKind" AS ENUM ('consultation', 'request', 'complaint', 'report', 'suggestion', 'praise');

-- AlterEnum
ALTER TYPE "FactName" ADD VALUE 'dailyReports';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "ServiceKind" ADD VALUE 'appointment';
ALTER TYPE "ServiceKind" ADD VALUE 'extendedHours';
ALTER TYPE "ServiceKind" ADD VALUE 'homeVisit';

-- AlterTable
ALTER TABLE "Feedback" ADD COLUMN     "calledBack" DATE,
ADD COLUMN     "photo" TEXT,
ADD COLUMN     "satisfied" BOOLEAN,
ADD COLUMN     "ticketKind" "TicketKind";

-- AlterTable
ALTER TABLE "Entry" ADD COLUMN     "resent" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "DailyReport" (
    "centreId" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "reportCode" TEXT NOT NULL,
    "windowId" INTEGER NOT NULL,
    "unitId" INTEGER,
    "day" DATE NOT NULL,
    "received" INTEGER NOT NULL,
    "completed" INTEGER NOT NULL,
    "note" TEXT,
    "batchId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "DailyReport_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateTable
CREATE TABLE "Photo" (
    "centreId" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "small" BYTEA NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "storedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Photo_pkey" PRIMARY KEY ("centreId","hash")
);

-- CreateTable
CREATE TABLE "CentreSetting" (
    "centreId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "setBy" TEXT NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CentreSetting_pkey" PRIMARY KEY ("centreId","name")
);

-- CreateIndex
CREATE INDEX "DailyReport_centreId_day_idx" ON "DailyReport"("centreId", "day");

-- CreateIndex
CREATE INDEX "DailyReport_centreId_batchId_idx" ON "DailyReport"("centreId", "batchId");

-- CreateIndex
CREATE UNIQUE INDEX "DailyReport_centreId_reportCode_key" ON "DailyReport"("centreId", "reportCode");
