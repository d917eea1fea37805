/** The four things that the quality of records means here. */
export const qualityParts = ['complete', 'timely', 'valid', 'consistent'] as const
export type QualityPart = (typeof qualityParts)[number]
