-- CreateTable
CREATE TABLE "SettingChange" (
    "centreId" INTEGER NOT NULL,
    "setting" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,
    "owner" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SettingChange_pkey" PRIMARY KEY ("centreId","setting","validFrom")
);

-- AddForeignKey
ALTER TABLE "SettingChange" ADD CONSTRAINT "SettingChange_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
