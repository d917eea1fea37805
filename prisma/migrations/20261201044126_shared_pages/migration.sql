-- CreateTable
CREATE TABLE "SharedPage" (
    "centreId" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "zh" TEXT NOT NULL,
    "en" TEXT NOT NULL,
    "content" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnBy" TEXT NOT NULL DEFAULT '',
    "openings" INTEGER NOT NULL DEFAULT 0,
    "openers" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "SharedPage_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateIndex
CREATE INDEX "SharedPage_tokenHash_idx" ON "SharedPage"("tokenHash");

-- CreateIndex
CREATE INDEX "SharedPage_centreId_person_idx" ON "SharedPage"("centreId", "person");

-- AddForeignKey
ALTER TABLE "SharedPage" ADD CONSTRAINT "SharedPage_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;
