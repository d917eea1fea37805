-- AlterEnum
ALTER TYPE "RemarkKind" ADD VALUE 'reply';

-- AlterTable
ALTER TABLE "BriefingRemark" ADD COLUMN     "replyTo" INTEGER;

