import { factNames } from '../../model/index.ts'

/** The targets of a file: every fact, claims, and goals. */
export const targetNames = [...factNames, 'claims', 'targets'] as const
export type TargetName = (typeof targetNames)[number]
