-- AlterTable
ALTER TABLE "Trade" ADD COLUMN     "cycleBin" SMALLINT,
ADD COLUMN     "cycleDays" INTEGER;
