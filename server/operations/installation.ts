import type { Database } from '../storage/database.ts'

/** Settings of the installation that an administrator changes on screen. */
interface InstallationSettings {
  /** Whether every page has a watermark with name and time. */
  watermark: boolean
}

const watermarkKey = 'watermark'

/** The current settings. */
export async function installationSettings({ prisma }: Database): Promise<InstallationSettings> {
  const setting = await prisma.setting.findUnique({ where: { key: watermarkKey } })
  return { watermark: setting?.value === 'on' }
}

/** Changes them. */
export async function changeInstallation(
  { prisma }: Database,
  settings: InstallationSettings,
): Promise<void> {
  const value = settings.watermark ? 'on' : 'off'
  await prisma.setting.upsert({
    where: { key: watermarkKey },
    update: { value },
    create: { key: watermarkKey, value },
  })
}
