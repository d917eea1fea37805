import { factNames } from '../../model/index.ts'

/** What a file can be loaded as: every fact, figures stated in words, and goals. */
export const targetNames = [...factNames, 'claims', 'targets'] as const
export type TargetName = (typeof targetNames)[number]
