-- AlterTable
ALTER TABLE "User" ADD COLUMN     "impersonatedAt" TIMESTAMPTZ(3),
ADD COLUMN     "impersonatedBy" TEXT;
