import type { Bid, BidStatus, Procedure, ProcedureAward } from './procedure.ts'
import { z } from 'zod'

// A field of another type than in the standard is ignored, as in the published calculator; the release is
// still read.
const text = z.string().nullish().catch(null)
const amount = z.number().nullish().catch(null)
/** An id as text; the standard also allows numbers. */
const id = z.union([z.string(), z.number()]).transform(String).nullish().catch(null)
const organisation = z.object({ id, name: text }).nullish().catch(null)
/** A list of organisations; some publishers write a single one. */
const organisations = z
  .preprocess(
    given => (typeof given === 'object' && given !== null && !Array.isArray(given) ? [given] : given),
    z.array(organisation).nullish(),
  )
  .catch(null)
const value = z.object({ amount, currency: text }).nullish().catch(null)
const listOf = <T extends z.ZodType>(entry: T) => z.array(entry.nullish().catch(null)).nullish().catch(null)

const bidSchema = z.object({ status: text, date: text, tenderers: organisations, value })
const awardSchema = z.object({
  status: text,
  suppliers: organisations,
  items: listOf(z.object({ classification: z.object({ id }).nullish().catch(null) })),
})
const tenderSchema = z.object({
  status: text,
  procurementMethod: text,
  procurementMethodDetails: text,
  numberOfTenderers: amount,
  procuringEntity: organisation,
  tenderPeriod: z.object({ startDate: text, endDate: text }).nullish().catch(null),
})
const releaseSchema = z.object({
  ocid: z.string(),
  buyer: organisation,
  tender: tenderSchema.nullish().catch(null),
  bids: z
    .object({ details: listOf(bidSchema) })
    .nullish()
    .catch(null),
  awards: listOf(awardSchema),
})

const instantForm = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/i
const dayForm = /^\d{4}-\d{2}-\d{2}$/
function parsed(given: string | null | undefined, ...forms: RegExp[]): number | null {
  const at = given && forms.some(form => form.test(given)) ? Date.parse(given) : Number.NaN
  return Number.isNaN(at) ? null : at
}

const statuses: readonly string[] = [
  'invited',
  'pending',
  'valid',
  'disqualified',
  'withdrawn',
] satisfies BidStatus[]
const entries = <T>(list: readonly (T | null | undefined)[] | null | undefined): T[] =>
  (list ?? []).filter(entry => entry !== null && entry !== undefined)

type Organisations = z.infer<typeof organisations>
/** The id of an organisation, or its name where it has no id. */
const idOf = (given: z.infer<typeof organisation>): string | null => given?.id ?? given?.name ?? null
const idsOf = (list: Organisations): string[] => entries((list ?? []).map(idOf))

function bidOf({ status, date, tenderers, value: price }: z.infer<typeof bidSchema>): Bid[] {
  if (typeof status !== 'string') return []
  return [
    {
      status: statuses.includes(status) ? (status as BidStatus) : 'other',
      tenderers: idsOf(tenderers),
      members: tenderers?.length ?? 0,
      amount: price?.amount ?? null,
      currency: price?.currency ?? null,
      at: parsed(date, instantForm, dayForm),
    },
  ]
}

function awardOf({ status, suppliers, items }: z.infer<typeof awardSchema>): ProcedureAward[] {
  if (typeof status !== 'string') return []
  const isFinal = status === 'active' || status === 'cancelled' || status === 'unsuccessful'
  return [
    {
      status: isFinal ? status : 'open',
      suppliers: idsOf(suppliers),
      members: suppliers?.length ?? 0,
      classes: entries(entries(items).map(item => item.classification?.id)),
    },
  ]
}

/** A compiled Open Contracting release as a procedure; null for anything else. */
export function procedureOf(release: unknown): Procedure | null {
  const result = releaseSchema.safeParse(release)
  if (!result.success) return null
  const { ocid, buyer, tender, bids, awards } = result.data
  const { startDate, endDate } = tender?.tenderPeriod ?? {}
  return {
    id: ocid,
    method: tender?.procurementMethod ?? null,
    methodDetails: tender?.procurementMethodDetails ?? null,
    cancelled: tender?.status === 'cancelled',
    start: parsed(startDate, instantForm),
    end: parsed(endDate, instantForm),
    deadline: parsed(endDate, instantForm, dayForm),
    tenderers: tender?.numberOfTenderers ?? null,
    buyer: idOf(buyer),
    procuringEntity: idOf(tender?.procuringEntity),
    bids: entries(bids?.details).flatMap(bidOf),
    awards: entries(awards).flatMap(awardOf),
  }
}
