-- CreateTable
CREATE TABLE "PaperPicture" (
    "centreId" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "data" BYTEA NOT NULL,
    "addedBy" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PaperPicture_pkey" PRIMARY KEY ("centreId","hash")
);

-- CreateTable
CREATE TABLE "WordTemplate" (
    "centreId" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "data" BYTEA NOT NULL,
    "main" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    "addedBy" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "retiredBy" TEXT,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "WordTemplate_pkey" PRIMARY KEY ("centreId","id")
);

-- AddForeignKey
ALTER TABLE "PaperPicture" ADD CONSTRAINT "PaperPicture_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WordTemplate" ADD CONSTRAINT "WordTemplate_centreId_fkey" FOREIGN KEY ("centreId") REFERENCES "Centre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
