-- CreateEnum
CREATE TYPE "ReportingRhythm" AS ENUM ('daily', 'weekly', 'monthly');

-- CreateEnum
CREATE TYPE "PostFound" AS ENUM ('handler', 'standIn', 'nobody');

-- CreateEnum
CREATE TYPE "ServiceKind" AS ENUM ('agriculture', 'propertyCertificates', 'trafficOneStop', 'migrants', 'marriage', 'banking', 'townshipVisit', 'townshipTraining', 'consultation', 'other');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "FactName" ADD VALUE 'attendance';
ALTER TYPE "FactName" ADD VALUE 'postChecks';
ALTER TYPE "FactName" ADD VALUE 'exams';
ALTER TYPE "FactName" ADD VALUE 'serviceEvents';
ALTER TYPE "FactName" ADD VALUE 'targets';
ALTER TYPE "FactName" ADD VALUE 'calendar';

-- AlterTable
ALTER TABLE "Centre" ADD COLUMN     "currency" TEXT NOT NULL DEFAULT 'CNY';

-- AlterTable
ALTER TABLE "Unit" ADD COLUMN     "rhythm" "ReportingRhythm";

-- AlterTable
ALTER TABLE "Trade" ADD COLUMN     "awardRate" INTEGER,
ADD COLUMN     "homeCurrency" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "ImportBatch" ADD COLUMN     "headers" TEXT[],
ADD COLUMN     "leftOut" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "pushKey" TEXT,
ADD COLUMN     "repairs" INTEGER,
ADD COLUMN     "source" TEXT,
ADD COLUMN     "warnings" JSONB;

-- AlterTable
ALTER TABLE "QuarantinedRow" ADD COLUMN     "repairedIn" INTEGER;

-- CreateTable
CREATE TABLE "Attendance" (
    "centreId" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "attendanceCode" TEXT NOT NULL,
    "staffId" INTEGER NOT NULL,
    "unitId" INTEGER,
    "windowId" INTEGER,
    "day" DATE NOT NULL,
    "dueHalfDays" SMALLINT NOT NULL DEFAULT 2,
    "attendedHalfDays" SMALLINT NOT NULL,
    "excusedHalfDays" SMALLINT NOT NULL DEFAULT 0,
    "reason" TEXT,
    "batchId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateTable
CREATE TABLE "PostCheck" (
    "centreId" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "checkCode" TEXT NOT NULL,
    "unitId" INTEGER,
    "windowId" INTEGER,
    "staffId" INTEGER,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL,
    "day" DATE NOT NULL,
    "found" "PostFound" NOT NULL,
    "note" TEXT,
    "batchId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "PostCheck_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateTable
CREATE TABLE "Exam" (
    "centreId" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "examCode" TEXT NOT NULL,
    "paper" TEXT NOT NULL,
    "staffId" INTEGER NOT NULL,
    "unitId" INTEGER,
    "windowId" INTEGER,
    "day" DATE NOT NULL,
    "scoreMilli" INTEGER NOT NULL,
    "fullMarkMilli" INTEGER NOT NULL DEFAULT 100000,
    "passMarkMilli" INTEGER NOT NULL DEFAULT 60000,
    "batchId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Exam_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateTable
CREATE TABLE "ServiceEvent" (
    "centreId" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "eventCode" TEXT NOT NULL,
    "kind" "ServiceKind" NOT NULL,
    "unitId" INTEGER,
    "windowId" INTEGER,
    "township" TEXT,
    "day" DATE NOT NULL,
    "people" INTEGER,
    "summary" TEXT,
    "batchId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ServiceEvent_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateTable
CREATE TABLE "Target" (
    "centreId" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "targetCode" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "unitId" INTEGER,
    "windowId" INTEGER,
    "valueMilli" INTEGER NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE NOT NULL,
    "batchId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Target_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateTable
CREATE TABLE "SavedMapping" (
    "centreId" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "target" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "headers" TEXT[],
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,

    CONSTRAINT "SavedMapping_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateTable
CREATE TABLE "PushSource" (
    "centreId" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "targets" TEXT[],
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PushSource_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateIndex
CREATE INDEX "Attendance_centreId_day_idx" ON "Attendance"("centreId", "day");

-- CreateIndex
CREATE INDEX "Attendance_centreId_batchId_idx" ON "Attendance"("centreId", "batchId");

-- CreateIndex
CREATE UNIQUE INDEX "Attendance_centreId_attendanceCode_key" ON "Attendance"("centreId", "attendanceCode");

-- CreateIndex
CREATE INDEX "PostCheck_centreId_day_idx" ON "PostCheck"("centreId", "day");

-- CreateIndex
CREATE INDEX "PostCheck_centreId_batchId_idx" ON "PostCheck"("centreId", "batchId");

-- CreateIndex
CREATE UNIQUE INDEX "PostCheck_centreId_checkCode_key" ON "PostCheck"("centreId", "checkCode");

-- CreateIndex
CREATE INDEX "Exam_centreId_day_idx" ON "Exam"("centreId", "day");

-- CreateIndex
CREATE INDEX "Exam_centreId_batchId_idx" ON "Exam"("centreId", "batchId");

-- CreateIndex
CREATE UNIQUE INDEX "Exam_centreId_examCode_key" ON "Exam"("centreId", "examCode");

-- CreateIndex
CREATE INDEX "ServiceEvent_centreId_day_idx" ON "ServiceEvent"("centreId", "day");

-- CreateIndex
CREATE INDEX "ServiceEvent_centreId_batchId_idx" ON "ServiceEvent"("centreId", "batchId");

-- CreateIndex
CREATE UNIQUE INDEX "ServiceEvent_centreId_eventCode_key" ON "ServiceEvent"("centreId", "eventCode");

-- CreateIndex
CREATE UNIQUE INDEX "Target_centreId_targetCode_key" ON "Target"("centreId", "targetCode");

-- CreateIndex
CREATE UNIQUE INDEX "SavedMapping_centreId_name_version_key" ON "SavedMapping"("centreId", "name", "version");

-- CreateIndex
CREATE UNIQUE INDEX "PushSource_centreId_name_key" ON "PushSource"("centreId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "PushSource_centreId_tokenHash_key" ON "PushSource"("centreId", "tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "ImportBatch_centreId_source_pushKey_key" ON "ImportBatch"("centreId", "source", "pushKey");

-- Until now money of another currency was recognised by its code alone.
UPDATE "Trade" SET "homeCurrency" = ("currency" = 'CNY');
UPDATE "FactChange" SET "before" = jsonb_build_object('homeCurrency', "before"->>'currency' = 'CNY') || "before" WHERE "fact" = 'trades';

-- Quarantined rows were kept by heading and become lists in the order of the headings of their batch.
UPDATE "ImportBatch" b SET "headers" = COALESCE((
  SELECT array_agg(k.heading ORDER BY k.heading) FROM (
    SELECT DISTINCT jsonb_object_keys(q."raw") AS heading FROM "QuarantinedRow" q WHERE q."centreId" = b."centreId" AND q."batchId" = b."id" AND jsonb_typeof(q."raw") = 'object'
  ) k), '{}');
UPDATE "QuarantinedRow" q SET "raw" = COALESCE((
  SELECT jsonb_agg(COALESCE(q."raw"->>h.heading, '') ORDER BY h.place) FROM "ImportBatch" b, unnest(b."headers") WITH ORDINALITY AS h(heading, place) WHERE b."centreId" = q."centreId" AND b."id" = q."batchId"
), '[]') WHERE jsonb_typeof(q."raw") = 'object';
