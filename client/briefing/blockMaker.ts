import type { Language } from '#measures'
import type { Block } from '../../server/briefing/document.ts'

/** Makes what stands in a briefing for what a panel shows; how is fetched with the first use. */
export type BlockMaker = (language: Language) => Block | Promise<Block>
