-- AlterTable
ALTER TABLE "Case" ADD COLUMN     "acceptedByDay" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "committedByDay" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "committedDueByDay" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "completedByDay" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "givenCommittedLimit" TEXT,
ADD COLUMN     "givenStatutoryLimit" TEXT,
ADD COLUMN     "receivedByDay" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "statutoryByDay" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "statutoryDueByDay" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Feedback" ADD COLUMN     "dislikes" INTEGER,
ADD COLUMN     "likes" INTEGER,
ADD COLUMN     "replyText" TEXT;

-- AlterTable
ALTER TABLE "ImportBatch" ADD COLUMN     "report" JSONB;
