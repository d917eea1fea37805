import type { Database } from '../storage/database.ts'

/** The number of visitors of a link that are counted separately; later ones are counted together. */
const mostOpeners = 50

/** Counts an opening of a read-only link by account or address. */
export async function countOpening(
  { pool }: Pick<Database, 'pool'>,
  { id, centreId }: { id: number; centreId: number },
  { who, now }: { who: string; now: Date },
): Promise<void> {
  await pool.query(
    `UPDATE "SharedPage" SET "openings" = "openings" + 1,
        "openers" = CASE WHEN "openers" ? $2 OR (SELECT count(*) FROM jsonb_object_keys("openers")) < $4
          THEN "openers" || jsonb_build_object($2::text,
            jsonb_build_object('n', COALESCE(("openers" -> $2 ->> 'n')::int, 0) + 1, 'at', $3::text))
          ELSE "openers" END
      WHERE "id" = $1 AND "centreId" = $5`,
    [id, who, now.toISOString(), mostOpeners, centreId],
  )
}
