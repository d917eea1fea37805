-- AlterTable
ALTER TABLE "ItemVersion" ADD COLUMN     "documents" TEXT;
