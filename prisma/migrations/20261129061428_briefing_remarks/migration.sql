-- CreateEnum
CREATE TYPE "BriefingReview" AS ENUM ('open', 'submitted', 'returned');

-- CreateEnum
CREATE TYPE "RemarkKind" AS ENUM ('submitted', 'recalled', 'returned', 'comment', 'instruction');

-- AlterTable
ALTER TABLE "Briefing" ADD COLUMN     "review" "BriefingReview" NOT NULL DEFAULT 'open';

-- CreateTable
CREATE TABLE "BriefingRemark" (
    "centreId" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "briefingId" INTEGER NOT NULL,
    "kind" "RemarkKind" NOT NULL,
    "blockId" TEXT,
    "figure" JSONB,
    "quoted" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "dueOn" DATE,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "doneBy" TEXT,
    "doneAt" TIMESTAMPTZ(3),
    "answer" TEXT,

    CONSTRAINT "BriefingRemark_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateIndex
CREATE INDEX "BriefingRemark_centreId_briefingId_idx" ON "BriefingRemark"("centreId", "briefingId");

-- AddForeignKey
ALTER TABLE "BriefingRemark" ADD CONSTRAINT "BriefingRemark_centreId_briefingId_fkey" FOREIGN KEY ("centreId", "briefingId") REFERENCES "Briefing"("centreId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
