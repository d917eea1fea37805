/** The four parts of data quality. */
export const qualityParts = ['complete', 'timely', 'valid', 'consistent'] as const
export type QualityPart = (typeof qualityParts)[number]
