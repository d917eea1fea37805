import type { Grain, Step } from '../grains.ts'

/** The temporary table with the changes of a grain's counts and sums. */
export const difference = (grain: Grain, step: Step): string => `"difference_${grain.name}_${step}"`

/** The temporary table with the changes of a grain's histograms: one row per bin. */
export const binsDifference = (grain: Grain, step: Step): string => `"difference_${grain.name}_${step}_bins"`
