import type { Outputs } from '../../data/trpc.ts'

type Batch = Outputs['imports']['list'][number]

/** The number of rows in quarantine that wait for repair, over all imports that are still loaded. */
export const rowsWaiting = (batches: readonly Batch[]): number =>
  batches
    .filter(batch => !batch.undone && batch.repairs === null)
    .reduce((sum, batch) => sum + batch.quarantined, 0)
