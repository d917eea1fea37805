import type { Database } from '../storage/database.ts'

/** Decisions about the installation that an administrator makes on screen. */
export interface InstallationSettings {
  /** Whether name and time stand faintly across every page. */
  watermark: boolean
}

const watermarkKey = 'watermark'

/** The decisions as they stand. */
export async function installationSettings({ prisma }: Database): Promise<InstallationSettings> {
  const found = await prisma.setting.findUnique({ where: { key: watermarkKey } })
  return { watermark: found?.value === 'on' }
}

/** Changes them. */
export async function changeInstallation({ prisma }: Database, settings: InstallationSettings): Promise<void> {
  const value = settings.watermark ? 'on' : 'off'
  await prisma.setting.upsert({ where: { key: watermarkKey }, update: { value }, create: { key: watermarkKey, value } })
}
