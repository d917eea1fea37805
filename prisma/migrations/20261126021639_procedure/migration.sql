-- CreateEnum
CREATE TYPE "BidStatus" AS ENUM ('invited', 'pending', 'valid', 'disqualified', 'withdrawn');

-- CreateEnum
CREATE TYPE "ObjectionKind" AS ENUM ('objection', 'query', 'complaint');

-- CreateEnum
CREATE TYPE "ObjectionResult" AS ENUM ('pending', 'upheld', 'partlyUpheld', 'dismissed', 'withdrawn');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "FactName" ADD VALUE 'bids';
ALTER TYPE "FactName" ADD VALUE 'objections';
ALTER TYPE "FactName" ADD VALUE 'expertDraws';

-- CreateTable
CREATE TABLE "Bid" (
    "centreId" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "bidCode" TEXT NOT NULL,
    "tradeCode" TEXT NOT NULL,
    "bidder" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "receivedAt" TIMESTAMPTZ(3),
    "status" "BidStatus" NOT NULL DEFAULT 'valid',
    "amountFen" BIGINT,
    "reason" TEXT,
    "batchId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Bid_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateTable
CREATE TABLE "Objection" (
    "centreId" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "objectionCode" TEXT NOT NULL,
    "tradeCode" TEXT,
    "kind" "ObjectionKind" NOT NULL,
    "day" DATE NOT NULL,
    "answeredDay" DATE,
    "result" "ObjectionResult" NOT NULL DEFAULT 'pending',
    "raisedBy" TEXT,
    "summary" TEXT,
    "batchId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Objection_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateTable
CREATE TABLE "ExpertDraw" (
    "centreId" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "drawCode" TEXT NOT NULL,
    "tradeCode" TEXT,
    "day" DATE NOT NULL,
    "drawn" SMALLINT NOT NULL,
    "declined" SMALLINT NOT NULL DEFAULT 0,
    "absent" SMALLINT NOT NULL DEFAULT 0,
    "avoided" SMALLINT NOT NULL DEFAULT 0,
    "batchId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ExpertDraw_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateIndex
CREATE INDEX "Bid_centreId_tradeCode_idx" ON "Bid"("centreId", "tradeCode");

-- CreateIndex
CREATE INDEX "Bid_centreId_day_idx" ON "Bid"("centreId", "day");

-- CreateIndex
CREATE INDEX "Bid_centreId_batchId_idx" ON "Bid"("centreId", "batchId");

-- CreateIndex
CREATE UNIQUE INDEX "Bid_centreId_bidCode_key" ON "Bid"("centreId", "bidCode");

-- CreateIndex
CREATE INDEX "Objection_centreId_tradeCode_idx" ON "Objection"("centreId", "tradeCode");

-- CreateIndex
CREATE INDEX "Objection_centreId_day_idx" ON "Objection"("centreId", "day");

-- CreateIndex
CREATE INDEX "Objection_centreId_batchId_idx" ON "Objection"("centreId", "batchId");

-- CreateIndex
CREATE UNIQUE INDEX "Objection_centreId_objectionCode_key" ON "Objection"("centreId", "objectionCode");

-- CreateIndex
CREATE INDEX "ExpertDraw_centreId_tradeCode_idx" ON "ExpertDraw"("centreId", "tradeCode");

-- CreateIndex
CREATE INDEX "ExpertDraw_centreId_day_idx" ON "ExpertDraw"("centreId", "day");

-- CreateIndex
CREATE INDEX "ExpertDraw_centreId_batchId_idx" ON "ExpertDraw"("centreId", "batchId");

-- CreateIndex
CREATE UNIQUE INDEX "ExpertDraw_centreId_drawCode_key" ON "ExpertDraw"("centreId", "drawCode");
