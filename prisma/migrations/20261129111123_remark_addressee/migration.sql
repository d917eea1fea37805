-- AlterTable
ALTER TABLE "BriefingRemark" ADD COLUMN     "addressee" TEXT;
