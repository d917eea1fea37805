-- CreateEnum
CREATE TYPE "LeaveKind" AS ENUM ('annual', 'sick', 'personal', 'family', 'other');

-- AlterTable
ALTER TABLE "Attendance" ADD COLUMN     "leave" "LeaveKind";

-- AlterTable
ALTER TABLE "ServiceEvent" ADD COLUMN     "returning" INTEGER;
