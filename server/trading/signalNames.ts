import type { Names } from '#measures'
import { ledgerSignals } from './hall/index.ts'
import { signals } from './signals/index.ts'

/** The names of a signal of the ledger by its id, or of a published one by its code; undefined for others. */
export const signalNames = (id: string): Names | undefined =>
  ledgerSignals.find(signal => signal.id === id)?.names ?? signals.find(signal => signal.code === id)?.names
