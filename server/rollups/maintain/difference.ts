import type { Grain, Step } from '../grains.ts'

/** The temporary table of what is to be added to a grain's parts. */
export const difference = (grain: Grain, step: Step): string => `"difference_${grain.name}_${step}"`

/** The temporary table of what is to be added to a grain's histograms: one row a bin. */
export const binsDifference = (grain: Grain, step: Step): string => `"difference_${grain.name}_${step}_bins"`
