-- The version of a centre's data moves out of the table of centres, and relations no longer change a key
-- along with the one it refers to: on a cluster neither can be.

-- CreateTable
CREATE TABLE "CentreVersion" (
    "centreId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "CentreVersion_pkey" PRIMARY KEY ("centreId")
);

INSERT INTO "CentreVersion" ("centreId", "version") SELECT "id", "dataVersion" FROM "Centre";

-- AlterTable
ALTER TABLE "Centre" DROP COLUMN "dataVersion";

-- DropForeignKey
ALTER TABLE "HallTimetable" DROP CONSTRAINT "HallTimetable_centreId_fkey";

-- DropForeignKey
ALTER TABLE "SettingChange" DROP CONSTRAINT "SettingChange_centreId_fkey";

-- DropForeignKey
ALTER TABLE "CalendarOverride" DROP CONSTRAINT "CalendarOverride_centreId_fkey";

-- DropForeignKey
ALTER TABLE "Unit" DROP CONSTRAINT "Unit_centreId_fkey";

-- DropForeignKey
ALTER TABLE "Window" DROP CONSTRAINT "Window_centreId_fkey";

-- DropForeignKey
ALTER TABLE "StaffMember" DROP CONSTRAINT "StaffMember_centreId_fkey";

-- DropForeignKey
ALTER TABLE "Item" DROP CONSTRAINT "Item_centreId_fkey";

-- DropForeignKey
ALTER TABLE "Claim" DROP CONSTRAINT "Claim_centreId_fkey";

-- DropForeignKey
ALTER TABLE "Entry" DROP CONSTRAINT "Entry_centreId_fkey";

-- DropForeignKey
ALTER TABLE "PeriodLock" DROP CONSTRAINT "PeriodLock_centreId_fkey";

-- DropForeignKey
ALTER TABLE "ImportBatch" DROP CONSTRAINT "ImportBatch_centreId_fkey";

-- DropForeignKey
ALTER TABLE "Briefing" DROP CONSTRAINT "Briefing_centreId_fkey";

-- DropForeignKey
ALTER TABLE "PaperSettings" DROP CONSTRAINT "PaperSettings_centreId_fkey";

-- DropForeignKey
ALTER TABLE "PaperPicture" DROP CONSTRAINT "PaperPicture_centreId_fkey";

-- DropForeignKey
ALTER TABLE "WordTemplate" DROP CONSTRAINT "WordTemplate_centreId_fkey";

-- DropForeignKey
ALTER TABLE "BriefingRemark" DROP CONSTRAINT "BriefingRemark_centreId_briefingId_fkey";

-- DropForeignKey
ALTER TABLE "Notice" DROP CONSTRAINT "Notice_centreId_fkey";

-- AddForeignKey
ALTER TABLE "CentreVersion" ADD CONSTRAINT "CentreVersion_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "HallTimetable" ADD CONSTRAINT "HallTimetable_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "SettingChange" ADD CONSTRAINT "SettingChange_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "CalendarOverride" ADD CONSTRAINT "CalendarOverride_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Window" ADD CONSTRAINT "Window_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "StaffMember" ADD CONSTRAINT "StaffMember_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "PeriodLock" ADD CONSTRAINT "PeriodLock_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ImportBatch" ADD CONSTRAINT "ImportBatch_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Briefing" ADD CONSTRAINT "Briefing_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "PaperSettings" ADD CONSTRAINT "PaperSettings_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "PaperPicture" ADD CONSTRAINT "PaperPicture_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "WordTemplate" ADD CONSTRAINT "WordTemplate_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "BriefingRemark" ADD CONSTRAINT "BriefingRemark_centreId_briefingId_fkey" FOREIGN KEY ("centreId", "briefingId") REFERENCES "Briefing"("centreId", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;
