-- CreateEnum
CREATE TYPE "EntryState" AS ENUM ('entered', 'submitted', 'returned', 'approved');

-- CreateTable
CREATE TABLE "Entry" (
    "centreId" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "target" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "unit" TEXT,
    "window" TEXT,
    "day" DATE,
    "unusual" TEXT[],
    "state" "EntryState" NOT NULL DEFAULT 'entered',
    "enteredBy" TEXT NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "decidedBy" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT,
    "batchId" INTEGER,

    CONSTRAINT "Entry_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateTable
CREATE TABLE "PeriodLock" (
    "centreId" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "fact" TEXT,
    "fromDay" DATE NOT NULL,
    "toDay" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "lockedBy" TEXT NOT NULL,
    "lockedAt" TIMESTAMPTZ(3) NOT NULL,
    "unlockedBy" TEXT,
    "unlockedAt" TIMESTAMPTZ(3),
    "unlockWhy" TEXT,

    CONSTRAINT "PeriodLock_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateIndex
CREATE INDEX "Entry_centreId_state_id_idx" ON "Entry"("centreId", "state", "id");

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeriodLock" ADD CONSTRAINT "PeriodLock_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
