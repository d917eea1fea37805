-- CreateTable
CREATE TABLE "UsedCode" (
    "hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "UsedCode_pkey" PRIMARY KEY ("hash")
);
