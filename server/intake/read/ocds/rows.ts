import type { Award, Release, Tender } from './release.ts'
import { numberText } from '../numberText.ts'

/** The columns of trades from each award of a release; the names are the headings. */
export const ocdsHeaders = [
  'tradeCode',
  'name',
  'category',
  'method',
  'methodDetails',
  'base',
  'award',
  'currency',
  'bidders',
  'outcome',
  'buyer',
  'winner',
  'announcedDay',
  'openedDay',
  'concludedDay',
  'contractedDay',
  'round',
  'priceForm',
  'baseKind',
  'awardRate',
  'agent',
  'publishedDay',
  'documentDays',
  'meals',
  'overtime',
] as const

type Heading = (typeof ocdsHeaders)[number]

const methods: Record<string, string> = {
  open: 'openTender',
  selective: 'openTender',
  limited: 'negotiation',
  direct: 'singleSource',
}

function categoryOf(tender: Tender): string {
  const named = tender.mainProcurementCategory ?? tender.additionalProcurementCategories?.[0]
  return named === 'works' ? 'works' : 'procurement'
}

/**
 * The outcome by the award, or without one by the tender's status (OCDS codelists awardStatus, tenderStatus).
 */
function outcomeOf(tender: Tender, award: Award | undefined): string {
  if (award !== undefined)
    return award.status === 'cancelled' || award.status === 'unsuccessful'
      ? 'annulled'
      : award.status === 'pending'
        ? 'pending'
        : 'concluded'
  switch (tender.status) {
    case 'unsuccessful':
      return 'tooFewBidders'
    case 'cancelled':
      return 'terminated'
    case 'withdrawn':
      return 'withdrawn'
    default:
      return 'pending'
  }
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

const amount = (value: number | string | undefined): string =>
  typeof value === 'number' ? numberText(value) : text(value)

interface Signed {
  dateSigned?: string
}

/** The first contract of an award. */
function contractOf(release: Release, award: Award | undefined): Signed | undefined {
  const signed = (release.contracts ?? []).filter(
    contract =>
      award === undefined || contract.awardID === undefined || String(contract.awardID) === String(award.id),
  )
  return signed.toSorted((a, b) => text(a.dateSigned).localeCompare(text(b.dateSigned)))[0]
}

/** An award with the code of its process is the only one of the process. */
function codeOf({ ocid }: Release, award: Award | undefined): string {
  return award?.id === undefined || String(award.id) === ocid ? text(ocid) : `${text(ocid)}/${text(award.id)}`
}

const beyond = {
  round: '',
  priceForm: '',
  baseKind: '',
  awardRate: '',
  agent: '',
  publishedDay: '',
  documentDays: '',
  meals: '',
  overtime: '',
}

const ownHeadings = [
  'category',
  'outcome',
  'method',
  'round',
  'priceForm',
  'baseKind',
  'awardRate',
  'agent',
  'publishedDay',
  'documentDays',
  'meals',
  'overtime',
  'concludedDay',
  'openedDay',
  'announcedDay',
] as const

/** Values from this product's own packages take precedence over less precise standard fields. */
function ownCells({ brightwindow: own = {} }: Tender): Partial<Record<Heading, string>> {
  return Object.fromEntries(
    ownHeadings.filter(name => own[name] !== undefined).map(name => [name, text(own[name])]),
  )
}

function rowOf(release: Release, award: Award | undefined): Record<Heading, string> {
  const tender = release.tender ?? {}
  const contract = contractOf(release, award)
  const outcome = outcomeOf(tender, award)
  const currency = award?.value?.currency ?? tender.value?.currency
  // An estimate in another currency is not a base for this award.
  const comparable = tender.value?.currency === undefined || tender.value.currency === currency
  return {
    ...beyond,
    tradeCode: codeOf(release, award),
    name: text(award?.title ?? tender.title ?? tender.description ?? award?.description ?? release.ocid),
    category: categoryOf(tender),
    method: methods[text(tender.procurementMethod)] ?? '',
    methodDetails: text(tender.procurementMethodDetails),
    base: comparable ? amount(tender.value?.amount) : '',
    award: amount(award?.value?.amount),
    currency: text(currency),
    bidders: text(tender.numberOfTenderers),
    outcome,
    buyer: text(release.buyer?.name ?? tender.procuringEntity?.name),
    // Merged releases repeat a supplier for each of its identifiers.
    winner: [...new Set((award?.suppliers ?? []).map(supplier => text(supplier.name ?? supplier.id)))].join(
      '; ',
    ),
    announcedDay: text(tender.tenderPeriod?.startDate),
    openedDay: text(tender.tenderPeriod?.endDate),
    // Publishers omit the date of an award more often than that of its contract.
    concludedDay:
      outcome === 'pending'
        ? ''
        : text(award?.date ?? contract?.dateSigned ?? tender.tenderPeriod?.endDate ?? release.date),
    contractedDay: text(contract?.dateSigned),
    ...ownCells(tender),
  }
}

/** One row per award, or one for a tender without awards. Cells are in the order of the headings. */
export function rowsOf(release: Release): string[][] {
  const awards = release.awards?.length ? release.awards : [undefined]
  return awards.map(award => {
    const row = rowOf(release, award)
    return ocdsHeaders.map(heading => row[heading])
  })
}
