type Schema = Record<string, unknown>

const text: Schema = { type: 'string' }
const maybeText: Schema = { type: ['string', 'null'] }
const whole: Schema = { type: 'integer' }
const maybeNumber: Schema = { type: ['number', 'null'] }
const listOf = (items: Schema): Schema => ({ type: 'array', items })
const mapOf = (additionalProperties: Schema): Schema => ({ type: 'object', additionalProperties })
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })

/** An object of which every property is always there. */
const object = (properties: Record<string, Schema>, description?: string): Schema => ({ type: 'object', properties, required: Object.keys(properties), ...description !== undefined && { description } })

const names = object({ zh: text, en: text })

/** The shapes of what comes back, for the description. */
export const shapes: Record<string, Schema> = {
  Names: names,
  Figure: object({
    value: { ...maybeNumber, description: 'null: nothing to count. Money in 分, rates as fractions of 1, times in the unit of the measure' },
    numerator: maybeNumber,
    n: { ...maybeNumber, description: 'what it was counted of' },
    coverage: { anyOf: [object({ covered: { type: 'number' }, of: { type: 'number' } }), { type: 'null' }] },
    text: { ...text, description: 'as a Chinese reader sees it' },
  }),
  Member: object({ code: text, zh: text, en: text }),
  Bucket: object({ key: text, from: { ...text, format: 'date' }, to: { ...text, format: 'date' } }, 'local days, both included'),
  Cell: object({ bucket: whole, members: listOf(text), parts: mapOf({}), values: mapOf(ref('Figure')) }),
  Side: object({ from: text, to: text, buckets: listOf(ref('Bucket')), cells: listOf(ref('Cell')), totals: listOf(ref('Cell')), overall: mapOf({}), values: mapOf(ref('Figure')) }),
  Answer: object({
    question: { type: 'object' },
    asOf: text,
    dataUntil: maybeText,
    dataVersions: { ...mapOf(whole), description: 'one number a centre, grown by each committed change' },
    demo: { type: 'boolean' },
    partial: { type: 'boolean', description: 'the period is not over; the compared one was cut to the same part' },
    members: listOf(listOf(ref('Member'))),
    current: ref('Side'),
    earlier: { anyOf: [ref('Side'), { type: 'null' }] },
    sources: listOf(text),
  }),
  Rows: object({
    fact: text,
    names: ref('Names'),
    columns: listOf(object({ key: text, names: ref('Names'), shows: text })),
    rows: listOf(listOf({})),
    total: whole,
    from: text,
    to: text,
  }),
  Measures: listOf(object({ id: text, names: ref('Names'), question: ref('Names'), formula: ref('Names'), source: text, unit: text, better: text, caution: { anyOf: [ref('Names'), { type: 'null' }] }, splits: listOf(text) })),
  Centres: listOf(object({ code: text, zh: text, en: maybeText, openedOn: maybeText, hasCalendar: { type: 'boolean' }, today: { ...whole, description: 'the local day, counted from 1970-01-01' } })),
  Pushed: object({ batchId: whole, rows: whole, loaded: whole, corrected: whole, unchanged: whole, quarantined: whole, problems: listOf({ type: 'object' }) }),
  Failure: object({ error: object({ name: text, details: { type: 'object' }, zh: text, en: text }) }, 'what happened and what to do, in both languages'),
}
