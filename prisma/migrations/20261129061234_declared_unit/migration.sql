-- AlterTable
ALTER TABLE "DeclaredDays" ADD COLUMN     "unit" TEXT;
