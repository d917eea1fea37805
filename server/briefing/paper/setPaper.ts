import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import type { PaperSettings } from './settings.ts'
import { parseInput } from '../../measures/parseInput.ts'
import { asJson } from '../store.ts'
import { followSettings } from './followSettings.ts'
import { refuseTakenStarts } from './nextNumbers.ts'
import { paperOf, paperSettingsSchema } from './settings.ts'

/**
 * Stores how the issues of a centre look. Signed issues are not changed; drafts follow where they have the
 * former values. Errors: bad-input, issue-number-taken.
 */
export async function setPaper(
  database: Database,
  {
    centre,
    settings,
    by,
    now,
  }: { centre: Pick<Centre, 'id'>; settings: PaperSettings; by: string; now: Date },
): Promise<void> {
  const read = parseInput(paperSettingsSchema, settings)
  const before = await paperOf(database, centre)
  await refuseTakenStarts(database, { centre, before, now: read })
  const data = { settings: asJson(read), editedBy: by, editedAt: now }
  await database.prisma.paperSettings.upsert({
    where: { centreId: centre.id },
    create: { centreId: centre.id, ...data },
    update: data,
  })
  await followSettings(database, centre, { before, now: read })
}
