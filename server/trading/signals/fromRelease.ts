import type { Bid, BidStatus, Procedure, ProcedureAward } from './procedure.ts'
import { z } from 'zod'

const id = z.union([z.string(), z.number()]).transform(String)
const organisation = z.object({ id: id.optional(), name: z.string().optional() }).nullish()
const value = z.object({ amount: z.number().nullish(), currency: z.string().nullish() }).nullish()

const bidSchema = z.object({ status: z.string().nullish(), date: z.string().nullish(), tenderers: z.array(organisation).nullish(), value })
const awardSchema = z.object({ status: z.string().nullish(), suppliers: z.array(organisation).nullish(), items: z.array(z.object({ classification: z.object({ id: id.nullish() }).nullish() })).nullish() })
const releaseSchema = z.object({
  ocid: z.string(),
  buyer: organisation,
  tender: z.object({
    status: z.string().nullish(),
    procurementMethod: z.string().nullish(),
    procurementMethodDetails: z.string().nullish(),
    numberOfTenderers: z.number().nullish(),
    procuringEntity: organisation,
    tenderPeriod: z.object({ startDate: z.string().nullish(), endDate: z.string().nullish() }).nullish(),
  }).nullish(),
  bids: z.object({ details: z.array(bidSchema).nullish() }).nullish(),
  awards: z.array(awardSchema).nullish(),
})

const instantForm = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/i
function instant(text: string | null | undefined): number | null {
  const found = text && instantForm.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(found) ? null : found
}

const statuses = new Set<string>(['invited', 'pending', 'valid', 'disqualified', 'withdrawn'])
const idsOf = (organisations: readonly z.infer<typeof organisation>[] | null | undefined): string[] => (organisations ?? []).map(one => one?.id ?? one?.name).filter(found => found !== undefined)

function bidOf({ status, date, tenderers, value: price }: z.infer<typeof bidSchema>): Bid[] {
  const known = statuses.has(status ?? '') ? status as BidStatus : null
  return known === null ? [] : [{ status: known, tenderers: idsOf(tenderers), amount: price?.amount ?? null, currency: price?.currency ?? null, at: instant(date) }]
}

function awardOf({ status, suppliers, items }: z.infer<typeof awardSchema>): ProcedureAward {
  const decided = status === 'active' || status === 'cancelled' || status === 'unsuccessful'
  return { status: decided ? status : 'open', suppliers: idsOf(suppliers), classes: (items ?? []).map(item => item.classification?.id).filter(code => code !== null && code !== undefined) }
}

/** A compiled Open Contracting release as a procedure; null for anything else. */
export function procedureOf(release: unknown): Procedure | null {
  const parsed = releaseSchema.safeParse(release)
  if (!parsed.success)
    return null
  const { ocid, buyer, tender, bids, awards } = parsed.data
  return {
    id: ocid,
    method: tender?.procurementMethod ?? null,
    methodDetails: tender?.procurementMethodDetails ?? null,
    cancelled: tender?.status === 'cancelled' || tender?.status === 'withdrawn',
    start: instant(tender?.tenderPeriod?.startDate),
    end: instant(tender?.tenderPeriod?.endDate),
    tenderers: tender?.numberOfTenderers ?? null,
    buyer: buyer?.id ?? buyer?.name ?? null,
    procuringEntity: tender?.procuringEntity?.id ?? tender?.procuringEntity?.name ?? null,
    bids: (bids?.details ?? []).flatMap(bidOf),
    awards: (awards ?? []).map(awardOf),
  }
}
