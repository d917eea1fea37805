-- AlterTable
ALTER TABLE "Feedback" ADD COLUMN     "replyBin" SMALLINT,
ADD COLUMN     "replyDays" INTEGER;

-- The days to reply of what is stored already, as the intake computes them for new rows
-- (server/intake/targets/feedback.ts), and their bins (server/measures/bins.ts).
UPDATE "Feedback" SET "replyDays" = "repliedDay" - "givenDay",
  "replyBin" = CASE WHEN "repliedDay" = "givenDay" THEN 0
    ELSE 1 + floor(ln(("repliedDay" - "givenDay")::double precision) / ln(1.04::double precision) + 1e-9)::int END
  WHERE "repliedDay" >= "givenDay";

-- And of the former states of records, to which they go back when a batch is undone.
UPDATE "FactChange" SET "before" = "before" || jsonb_build_object('replyDays', ("before"->>'repliedDay')::date - ("before"->>'givenDay')::date,
    'replyBin', CASE WHEN "before"->>'repliedDay' = "before"->>'givenDay' THEN 0
      ELSE 1 + floor(ln((("before"->>'repliedDay')::date - ("before"->>'givenDay')::date)::double precision) / ln(1.04::double precision) + 1e-9)::int END)
  WHERE "fact" = 'feedback' AND ("before"->>'repliedDay')::date >= ("before"->>'givenDay')::date;
