-- CreateTable
CREATE TABLE "Note" (
    "centreId" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "day" DATE NOT NULL,
    "windowId" INTEGER,
    "text" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Note_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateTable
CREATE TABLE "SavedView" (
    "centreId" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "link" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "roles" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("centreId","id")
);

-- CreateIndex
CREATE INDEX "Note_centreId_day_idx" ON "Note"("centreId", "day");

-- CreateIndex
CREATE UNIQUE INDEX "SavedView_centreId_owner_name_key" ON "SavedView"("centreId", "owner", "name");

-- Joint affairs are looked up by their group, which nearly all cases have none of and so cost this index nothing.
CREATE INDEX "Case_joint_idx" ON "Case" ("centreId", "jointGroup") WHERE "jointGroup" IS NOT NULL;
