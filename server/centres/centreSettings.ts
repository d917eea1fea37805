import type { z } from 'zod'
import type { Names } from '#measures'
import type { Database } from '../storage/database.ts'
import { centresAbove } from './tree.ts'

/** A setting of a centre: its name, its schema, and its default. */
export interface CentreSetting<T> {
  name: string
  schema: z.ZodType<T>
  usual: T
}

/** The value that applies at a centre, and who set it. */
interface SettingInForce<T> {
  value: T
  setBy: string | null
  setAt: Date | null
  /**
   * The centre above from which the value is inherited; null for the centre's own value and for the default.
   */
  from: (Names & { code: string }) | null
}

/**
 * The value of a setting at a centre: its own, or that of the nearest centre above it, or the default where
 * none is set or readable.
 */
export async function readCentreSetting<T>(
  database: Database,
  centreId: number,
  { name, schema, usual }: CentreSetting<T>,
): Promise<SettingInForce<T>> {
  const own = await database.prisma.centreSetting.findUnique({ where: { centreId_name: { centreId, name } } })
  const read = schema.safeParse(own?.value)
  if (own && read.success) return { value: read.data, setBy: own.setBy, setAt: own.setAt, from: null }
  const above = await centresAbove(database, centreId)
  const settings = await database.prisma.centreSetting.findMany({
    where: { name, centreId: { in: above.map(({ id }) => id) } },
  })
  for (const { id, ...from } of above) {
    const decided = settings.find(setting => setting.centreId === id)
    const theirs = schema.safeParse(decided?.value)
    if (decided && theirs.success)
      return { value: theirs.data, setBy: decided.setBy, setAt: decided.setAt, from }
  }
  return { value: usual, setBy: null, setAt: null, from: null }
}

/** Stores the value of a setting. */
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
