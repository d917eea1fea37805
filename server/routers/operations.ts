import { z } from 'zod'
import { backupNow, backupsIn } from '../operations/backups.ts'
import { changeInstallation, installationSettings } from '../operations/installation.ts'
import { serverState } from '../operations/serverState.ts'
import { procedureFor, router } from '../trpc.ts'

const settingsSchema = z.strictObject({ watermark: z.boolean() })

/** The state of the server, its settings, and its maintenance. */
export const operationsRouter = router({
  state: procedureFor('operations.read').query(async ({ ctx }) => ({
    ...(await serverState(ctx.database)),
    settings: await installationSettings(ctx.database),
    backups: ctx.dataFolder === null ? [] : await backupsIn(ctx.dataFolder),
  })),

  change: procedureFor('operations.write', { audit: 'settings-changed' })
    .input(settingsSchema)
    .mutation(async ({ input, ctx }) => {
      ctx.note({ details: input })
      await changeInstallation(ctx.database, input)
    }),

  /** Writes a backup into the data folder of the server. */
  backUp: procedureFor('operations.write', { audit: 'backup' }).mutation(async ({ ctx }) => {
    const backup = await backupNow(ctx.database, {
      dataFolder: ctx.dataFolder,
      kind: 'manual',
      now: ctx.clock(),
      keys: ctx.backupKeys,
    })
    ctx.note({ subject: backup.name, details: { bytes: backup.bytes } })
    return backup
  }),
})
