-- CreateEnum
CREATE TYPE "MeetingKind" AS ENUM ('weekly', 'lecture', 'exchange', 'other');

-- AlterEnum
ALTER TYPE "FactName" ADD VALUE 'meetings';

-- AlterTable
ALTER TABLE "Window" ADD COLUMN     "phone" TEXT;

-- AlterTable
ALTER TABLE "Regulation" ADD COLUMN     "reviewDay" DATE,
ADD COLUMN     "text" TEXT;

-- CreateTable
CREATE TABLE "Meeting" (
    "centreId" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "meetingCode" TEXT NOT NULL,
    "kind" "MeetingKind" NOT NULL,
    "day" DATE NOT NULL,
    "duePeople" INTEGER,
    "attendedPeople" INTEGER,
    "summary" TEXT,
    "batchId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateIndex
CREATE INDEX "Meeting_centreId_day_idx" ON "Meeting"("centreId", "day");

-- CreateIndex
CREATE INDEX "Meeting_centreId_batchId_idx" ON "Meeting"("centreId", "batchId");

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_centreId_meetingCode_key" ON "Meeting"("centreId", "meetingCode");
