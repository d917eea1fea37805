import type { Outputs } from '../../data/trpc.ts'

type Batch = Outputs['imports']['list'][number]

/** How many rows of what was loaded still wait in quarantine to be repaired. */
export const rowsWaiting = (batches: readonly Batch[]): number =>
  batches
    .filter(batch => !batch.undone && batch.repairs === null)
    .reduce((sum, batch) => sum + batch.quarantined, 0)
