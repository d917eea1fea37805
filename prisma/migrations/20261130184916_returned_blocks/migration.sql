-- AlterTable
ALTER TABLE "Briefing" ADD COLUMN     "returned" JSONB;
