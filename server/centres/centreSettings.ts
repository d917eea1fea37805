import type { z } from 'zod'
import type { Database } from '../storage/database.ts'

/** A decision of a centre: its name, its shape, and what holds until the centre decides otherwise. */
export interface CentreSetting<T> {
  name: string
  schema: z.ZodType<T>
  usual: T
}

/** What a centre has decided, and by whom; the usual where it has decided nothing that can be read. */
export async function readCentreSetting<T>(
  { prisma }: Database,
  centreId: number,
  { name, schema, usual }: CentreSetting<T>,
): Promise<{ value: T; setBy: string | null; setAt: Date | null }> {
  const found = await prisma.centreSetting.findUnique({ where: { centreId_name: { centreId, name } } })
  const read = schema.safeParse(found?.value)
  return found && read.success
    ? { value: read.data, setBy: found.setBy, setAt: found.setAt }
    : { value: usual, setBy: null, setAt: null }
}

/** Sets down what a centre has decided. */
export async function saveCentreSetting<T>(
  { prisma }: Database,
  centreId: number,
  { setting, value, by, at }: { setting: CentreSetting<T>; value: T; by: string; at: Date },
): Promise<void> {
  const stored = JSON.parse(JSON.stringify(value)) as object
  await prisma.centreSetting.upsert({
    where: { centreId_name: { centreId, name: setting.name } },
    create: { centreId, name: setting.name, value: stored, setBy: by, setAt: at },
    update: { value: stored, setBy: by, setAt: at },
  })
}
