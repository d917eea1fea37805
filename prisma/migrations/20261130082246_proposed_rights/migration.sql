-- AlterTable
ALTER TABLE "User" ADD COLUMN     "proposed" JSONB;
