-- CreateEnum
CREATE TYPE "SignalTaskState" AS ENUM ('open', 'acknowledged', 'dismissed', 'stable');

-- CreateTable
CREATE TABLE "UndoneStep" (
    "centreId" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "measure" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "UndoneStep_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateTable
CREATE TABLE "SignalTask" (
    "centreId" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "state" "SignalTaskState" NOT NULL DEFAULT 'open',
    "zh" TEXT NOT NULL,
    "en" TEXT NOT NULL,
    "link" TEXT NOT NULL,
    "openedOn" DATE NOT NULL,
    "seenOn" DATE NOT NULL,
    "dueOn" DATE NOT NULL,
    "owner" TEXT,
    "ownerName" TEXT,
    "handledBy" TEXT,
    "handledAt" TIMESTAMPTZ(3),
    "reason" TEXT,
    "stableOn" DATE,
    "reminders" INTEGER NOT NULL DEFAULT 0,
    "toldOn" DATE NOT NULL,

    CONSTRAINT "SignalTask_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "UndoneStep_centreId_measure_place_day_key" ON "UndoneStep"("centreId", "measure", "place", "day");

-- CreateIndex
CREATE INDEX "SignalTask_centreId_subject_id_idx" ON "SignalTask"("centreId", "subject", "id");

-- CreateIndex
CREATE INDEX "SignalTask_centreId_state_id_idx" ON "SignalTask"("centreId", "state", "id");
