-- CreateTable
CREATE TABLE "Following" (
    "centreId" INTEGER NOT NULL,
    "person" TEXT NOT NULL,
    "topics" TEXT[],
    "channel" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "minute" INTEGER,
    "quietFrom" INTEGER NOT NULL,
    "quietTo" INTEGER NOT NULL,
    "lastNotice" INTEGER NOT NULL DEFAULT 0,
    "sentOn" DATE,
    "sentAt" TIMESTAMPTZ(3),
    "failedAt" TIMESTAMPTZ(3),
    "failure" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Following_pkey" PRIMARY KEY ("centreId","person")
);

-- AddForeignKey
ALTER TABLE "Following" ADD CONSTRAINT "Following_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;
