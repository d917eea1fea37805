-- CreateTable
CREATE TABLE "DeclaredDays" (
    "centreId" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "fact" TEXT NOT NULL,
    "fromDay" DATE NOT NULL,
    "toDay" DATE NOT NULL,
    "known" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "byUser" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DeclaredDays_pkey" PRIMARY KEY ("centreId","id")
);
