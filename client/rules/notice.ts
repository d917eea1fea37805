import type { Language, Names } from '#measures'
import { trpc } from '../data/trpc.ts'
import { byColumn } from './register.ts'

/** The notice about an item that applicants receive in writing. */
interface ItemNotice {
  name: Names
  unit: Names | null
  window: Names | null
  type: Names | null
  statutory: { days: number; unit: Names } | null
  committed: { days: number; unit: Names } | null
  visits: number | null
  documents: string[]
  phone: string
  from: string
}

/** A limit with its measure word: 30 个工作日, 1 working day. */
export function limitWords({ days, unit }: NonNullable<ItemNotice['statutory']>, language: Language): string {
  if (language === 'zh') return `${days} 个${unit.zh}`
  const word = unit.en.toLowerCase()
  return `${days} ${days === 1 ? word.replace(/s$/, '') : word}`
}

type Value = ReturnType<typeof byColumn>[number][string]

function limitOf(amount: Value | undefined, unit: Value | undefined): ItemNotice['statutory'] {
  return typeof amount === 'number' ? { days: amount, unit: unit as Names } : null
}

/** Reads the notice of an item as of the end of a period; null for an item that is not in force. */
export async function readNotice(
  { centre, period, code }: { centre: string; period: string; code: string },
  signal: AbortSignal,
): Promise<{ notice: ItemNotice | null }> {
  const asked = { centres: [centre], period }
  const [items, windows] = await Promise.all([
    trpc.measures.rows.query(
      { ...asked, measure: 'itemCount', filters: [{ dimension: 'item', in: [code] }], limit: 1 },
      { signal },
    ),
    trpc.measures.rows.query({ ...asked, measure: 'windowCount', filters: [], limit: 500 }, { signal }),
  ])
  const row = byColumn(items)[0]
  if (!row) return { notice: null }
  const window = (row.windowId ?? null) as Names | null
  const place = byColumn(windows).find(one => window !== null && one.name === window.zh)
  return {
    notice: {
      name: row.itemId as Names,
      unit: (row.unitId ?? null) as Names | null,
      window,
      type: (row.type ?? null) as Names | null,
      statutory: limitOf(row.statutoryLimit, row.statutoryLimitUnit),
      committed: limitOf(row.committedLimit, row.committedLimitUnit),
      visits: typeof row.visits === 'number' ? row.visits : null,
      documents: String(row.documents ?? '')
        .split(/[；;\n]/)
        .map(text => text.trim())
        .filter(Boolean),
      phone: String(place?.phone ?? ''),
      from: String(row.validFrom ?? ''),
    },
  }
}
