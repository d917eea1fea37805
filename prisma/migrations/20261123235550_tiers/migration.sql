-- DropIndex
DROP INDEX "Case_centreId_committedDueDay_idx";

-- CreateTable
CREATE TABLE "Tier" (
    "centreId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "missing" TEXT[],

    CONSTRAINT "Tier_pkey" PRIMARY KEY ("centreId","name")
);
