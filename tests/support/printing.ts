import type { Printing } from '#measures'

/** How values are printed in a Chinese hall, in either language. */
export const chinese: Printing = { language: 'zh', currency: 'CNY' }
export const english: Printing = { language: 'en', currency: 'CNY' }
