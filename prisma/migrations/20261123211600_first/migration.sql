-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "ItemType" AS ENUM ('instant', 'committed', 'reported', 'joint', 'special');

-- CreateEnum
CREATE TYPE "LimitUnit" AS ENUM ('workingDay', 'calendarDay', 'hour');

-- CreateEnum
CREATE TYPE "Channel" AS ENUM ('hall', 'online', 'mobile', 'phone', 'selfService', 'post', 'internal', 'other');

-- CreateEnum
CREATE TYPE "CaseOutcome" AS ENUM ('granted', 'refused', 'notAccepted', 'returned', 'withdrawn', 'other');

-- CreateEnum
CREATE TYPE "Verdict" AS ENUM ('early', 'onTime', 'overdue');

-- CreateEnum
CREATE TYPE "DueGap" AS ENUM ('noLimit', 'noCalendar', 'calendarUnpublished', 'suspended', 'notAccepted');

-- CreateEnum
CREATE TYPE "SuspensionKind" AS ENUM ('supplement', 'hearing', 'inspection', 'appraisal', 'expertReview', 'auction', 'other');

-- CreateEnum
CREATE TYPE "TradeCategory" AS ENUM ('works', 'procurement', 'land', 'mining', 'property', 'other');

-- CreateEnum
CREATE TYPE "TradeMethod" AS ENUM ('openTender', 'invitedTender', 'negotiation', 'consultation', 'inquiry', 'singleSource', 'auction', 'listing', 'other');

-- CreateEnum
CREATE TYPE "PriceForm" AS ENUM ('amount', 'rate', 'unitPrice', 'other');

-- CreateEnum
CREATE TYPE "BaseKind" AS ENUM ('controlPrice', 'ceilingPrice', 'budget', 'startingPrice', 'appraisedValue');

-- CreateEnum
CREATE TYPE "TradeOutcome" AS ENUM ('pending', 'concluded', 'tooFewBidders', 'annulled', 'terminated', 'withdrawn');

-- CreateEnum
CREATE TYPE "FeedbackKind" AS ENUM ('banner', 'letter', 'complaint', 'review', 'hotline');

-- CreateEnum
CREATE TYPE "FeedbackSubject" AS ENUM ('service', 'integrity', 'trading', 'other');

-- CreateEnum
CREATE TYPE "FactName" AS ENUM ('cases', 'trades', 'feedback', 'items', 'staff', 'units', 'windows', 'regulations', 'claims');

-- CreateTable
CREATE TABLE "Division" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT,
    "level" TEXT NOT NULL,
    "parentCode" TEXT,

    CONSTRAINT "Division_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "WorkCalendarYear" (
    "calendar" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "notice" TEXT,
    "source" TEXT NOT NULL,

    CONSTRAINT "WorkCalendarYear_pkey" PRIMARY KEY ("calendar","year")
);

-- CreateTable
CREATE TABLE "WorkCalendarDay" (
    "calendar" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "working" BOOLEAN NOT NULL,
    "name" TEXT,

    CONSTRAINT "WorkCalendarDay_pkey" PRIMARY KEY ("calendar","day")
);

-- CreateTable
CREATE TABLE "Centre" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "divisionCode" TEXT,
    "timeZone" TEXT NOT NULL DEFAULT 'Asia/Shanghai',
    "calendar" TEXT,
    "openedOn" DATE,
    "dataVersion" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Centre_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HallTimetable" (
    "centreId" INTEGER NOT NULL,
    "validFrom" DATE NOT NULL,
    "morningStart" INTEGER NOT NULL,
    "morningEnd" INTEGER NOT NULL,
    "afternoonStart" INTEGER NOT NULL,
    "afternoonEnd" INTEGER NOT NULL,

    CONSTRAINT "HallTimetable_pkey" PRIMARY KEY ("centreId","validFrom")
);

-- CreateTable
CREATE TABLE "CalendarOverride" (
    "centreId" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "working" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "CalendarOverride_pkey" PRIMARY KEY ("centreId","day")
);

-- CreateTable
CREATE TABLE "Unit" (
    "centreId" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT,
    "validFrom" DATE NOT NULL DEFAULT '0001-01-01'::date,
    "validTo" DATE,
    "batchId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Unit_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateTable
CREATE TABLE "Window" (
    "centreId" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT,
    "unitId" INTEGER NOT NULL,
    "validFrom" DATE NOT NULL DEFAULT '0001-01-01'::date,
    "validTo" DATE,
    "batchId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Window_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateTable
CREATE TABLE "StaffMember" (
    "centreId" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unitId" INTEGER,
    "windowId" INTEGER,
    "management" BOOLEAN NOT NULL DEFAULT false,
    "post" TEXT,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "batchId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "StaffMember_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateTable
CREATE TABLE "Item" (
    "centreId" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT,
    "unitId" INTEGER NOT NULL,
    "windowId" INTEGER,
    "batchId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Item_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateTable
CREATE TABLE "ItemVersion" (
    "centreId" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "versionCode" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT,
    "itemId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "windowId" INTEGER,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "type" "ItemType" NOT NULL,
    "statutoryLimit" INTEGER,
    "statutoryLimitUnit" "LimitUnit" NOT NULL DEFAULT 'workingDay',
    "committedLimit" INTEGER,
    "committedLimitUnit" "LimitUnit" NOT NULL DEFAULT 'workingDay',
    "instantCapable" BOOLEAN NOT NULL DEFAULT false,
    "visits" INTEGER,
    "batchId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ItemVersion_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateTable
CREATE TABLE "Case" (
    "centreId" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "caseNumber" TEXT NOT NULL,
    "unitId" INTEGER,
    "windowId" INTEGER,
    "itemId" INTEGER,
    "itemVersionId" INTEGER,
    "itemType" "ItemType",
    "channel" "Channel",
    "outcome" "CaseOutcome",
    "greenChannel" BOOLEAN NOT NULL DEFAULT false,
    "appointment" BOOLEAN NOT NULL DEFAULT false,
    "jointGroup" TEXT,
    "supplements" SMALLINT NOT NULL DEFAULT 0,
    "applicant" TEXT,
    "receivedAt" TIMESTAMPTZ(3),
    "acceptedAt" TIMESTAMPTZ(3),
    "completedAt" TIMESTAMPTZ(3),
    "givenCommittedDue" TIMESTAMPTZ(3),
    "givenStatutoryDue" TIMESTAMPTZ(3),
    "suspensions" TEXT,
    "receivedDay" DATE,
    "receivedWeekday" SMALLINT,
    "receivedHour" SMALLINT,
    "acceptedDay" DATE,
    "completedDay" DATE,
    "committedDueAt" TIMESTAMPTZ(3),
    "statutoryDueAt" TIMESTAMPTZ(3),
    "committedDueDay" DATE,
    "breachedDay" DATE,
    "warnDay" DATE,
    "dueGap" "DueGap",
    "committedVerdict" "Verdict",
    "statutoryVerdict" "Verdict",
    "sameDay" BOOLEAN,
    "clockFault" BOOLEAN NOT NULL DEFAULT false,
    "workedMinutes" INTEGER,
    "workedMilliDays" INTEGER,
    "workedBin" SMALLINT,
    "elapsedSeconds" INTEGER,
    "elapsedBin" SMALLINT,
    "statutoryMilliDays" INTEGER,
    "batchId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Case_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateTable
CREATE TABLE "CaseSuspension" (
    "centreId" INTEGER NOT NULL,
    "caseNumber" TEXT NOT NULL,
    "startedOn" DATE NOT NULL,
    "resumedOn" DATE,
    "kind" "SuspensionKind" NOT NULL,

    CONSTRAINT "CaseSuspension_pkey" PRIMARY KEY ("centreId","caseNumber","startedOn")
);

-- CreateTable
CREATE TABLE "Trade" (
    "centreId" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "tradeCode" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "category" "TradeCategory" NOT NULL,
    "method" "TradeMethod",
    "round" SMALLINT NOT NULL DEFAULT 1,
    "priceForm" "PriceForm" NOT NULL DEFAULT 'amount',
    "baseKind" "BaseKind",
    "baseFen" BIGINT,
    "awardFen" BIGINT,
    "currency" TEXT NOT NULL DEFAULT 'CNY',
    "bidders" INTEGER,
    "outcome" "TradeOutcome" NOT NULL,
    "buyer" TEXT,
    "agent" TEXT,
    "winner" TEXT,
    "announcedDay" DATE,
    "openedDay" DATE,
    "concludedDay" DATE,
    "contractedDay" DATE,
    "discountRate" INTEGER,
    "discountBin" SMALLINT,
    "batchId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Trade_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateTable
CREATE TABLE "Feedback" (
    "centreId" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "feedbackCode" TEXT NOT NULL,
    "kind" "FeedbackKind" NOT NULL,
    "subject" "FeedbackSubject" NOT NULL DEFAULT 'service',
    "unitId" INTEGER,
    "windowId" INTEGER,
    "caseNumber" TEXT,
    "level" SMALLINT,
    "ownReview" BOOLEAN,
    "giver" TEXT,
    "summary" TEXT,
    "givenDay" DATE NOT NULL,
    "repliedDay" DATE,
    "closedDay" DATE,
    "upheld" BOOLEAN,
    "batchId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Feedback_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateTable
CREATE TABLE "Regulation" (
    "centreId" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "batchId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Regulation_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateTable
CREATE TABLE "Claim" (
    "centreId" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "sentenceEn" TEXT,
    "valueMilli" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "statedOn" DATE NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE NOT NULL,
    "batchId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "ImportBatch" (
    "centreId" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "target" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "committedAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),
    "byUser" TEXT NOT NULL,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "loaded" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "corrected" INTEGER NOT NULL DEFAULT 0,
    "quarantined" INTEGER NOT NULL DEFAULT 0,
    "cutAt" TIMESTAMPTZ(3),

    CONSTRAINT "ImportBatch_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateTable
CREATE TABLE "FactChange" (
    "centreId" INTEGER NOT NULL,
    "fact" "FactName" NOT NULL,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "batchId" INTEGER NOT NULL,
    "before" JSONB NOT NULL,

    CONSTRAINT "FactChange_pkey" PRIMARY KEY ("centreId","fact","key","version")
);

-- CreateTable
CREATE TABLE "QuarantinedRow" (
    "centreId" INTEGER NOT NULL,
    "batchId" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "field" TEXT,
    "value" TEXT,
    "reason" TEXT NOT NULL,
    "raw" JSONB NOT NULL,

    CONSTRAINT "QuarantinedRow_pkey" PRIMARY KEY ("centreId","batchId","row")
);

-- CreateIndex
CREATE UNIQUE INDEX "Centre_code_key" ON "Centre"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Unit_centreId_code_key" ON "Unit"("centreId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Window_centreId_code_key" ON "Window"("centreId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "StaffMember_centreId_code_key" ON "StaffMember"("centreId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Item_centreId_code_key" ON "Item"("centreId", "code");

-- CreateIndex
CREATE INDEX "ItemVersion_centreId_itemId_idx" ON "ItemVersion"("centreId", "itemId");

-- CreateIndex
CREATE UNIQUE INDEX "ItemVersion_centreId_versionCode_key" ON "ItemVersion"("centreId", "versionCode");

-- CreateIndex
CREATE INDEX "Case_centreId_receivedDay_idx" ON "Case"("centreId", "receivedDay");

-- CreateIndex
CREATE INDEX "Case_centreId_acceptedDay_idx" ON "Case"("centreId", "acceptedDay");

-- CreateIndex
CREATE INDEX "Case_centreId_completedDay_idx" ON "Case"("centreId", "completedDay");

-- CreateIndex
CREATE INDEX "Case_centreId_committedDueDay_idx" ON "Case"("centreId", "committedDueDay");

-- CreateIndex
CREATE INDEX "Case_centreId_breachedDay_idx" ON "Case"("centreId", "breachedDay");

-- CreateIndex
CREATE INDEX "Case_centreId_batchId_idx" ON "Case"("centreId", "batchId");

-- CreateIndex
CREATE UNIQUE INDEX "Case_centreId_caseNumber_key" ON "Case"("centreId", "caseNumber");

-- CreateIndex
CREATE INDEX "Trade_centreId_concludedDay_idx" ON "Trade"("centreId", "concludedDay");

-- CreateIndex
CREATE INDEX "Trade_centreId_batchId_idx" ON "Trade"("centreId", "batchId");

-- CreateIndex
CREATE UNIQUE INDEX "Trade_centreId_tradeCode_key" ON "Trade"("centreId", "tradeCode");

-- CreateIndex
CREATE INDEX "Feedback_centreId_givenDay_idx" ON "Feedback"("centreId", "givenDay");

-- CreateIndex
CREATE INDEX "Feedback_centreId_batchId_idx" ON "Feedback"("centreId", "batchId");

-- CreateIndex
CREATE UNIQUE INDEX "Feedback_centreId_feedbackCode_key" ON "Feedback"("centreId", "feedbackCode");

-- CreateIndex
CREATE UNIQUE INDEX "Regulation_centreId_code_key" ON "Regulation"("centreId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_centreId_code_key" ON "Claim"("centreId", "code");

-- CreateIndex
CREATE INDEX "FactChange_centreId_batchId_idx" ON "FactChange"("centreId", "batchId");

-- AddForeignKey
ALTER TABLE "Division" ADD CONSTRAINT "Division_parentCode_fkey" FOREIGN KEY ("parentCode") REFERENCES "Division"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Centre" ADD CONSTRAINT "Centre_divisionCode_fkey" FOREIGN KEY ("divisionCode") REFERENCES "Division"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HallTimetable" ADD CONSTRAINT "HallTimetable_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarOverride" ADD CONSTRAINT "CalendarOverride_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Window" ADD CONSTRAINT "Window_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffMember" ADD CONSTRAINT "StaffMember_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportBatch" ADD CONSTRAINT "ImportBatch_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
