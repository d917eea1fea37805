type Schema = Record<string, unknown>

const text: Schema = { type: 'string' }
const maybeText: Schema = { type: ['string', 'null'] }
const whole: Schema = { type: 'integer' }
const maybeNumber: Schema = { type: ['number', 'null'] }
const listOf = (items: Schema): Schema => ({ type: 'array', items })
const mapOf = (additionalProperties: Schema): Schema => ({ type: 'object', additionalProperties })
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })

/** An object schema whose properties are all required. */
const object = (properties: Record<string, Schema>, description?: string): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  ...(description !== undefined && { description }),
})

const names = object({ zh: text, en: text })

/** The schemas of the results, for the description. */
export const shapes: Record<string, Schema> = {
  Names: names,
  Figure: object({
    value: {
      ...maybeNumber,
      description:
        'null: nothing to count. Money in 分, rates as fractions of 1, times in the unit of the measure',
    },
    numerator: maybeNumber,
    n: { ...maybeNumber, description: 'what it was counted of' },
    coverage: { anyOf: [object({ covered: { type: 'number' }, of: { type: 'number' } }), { type: 'null' }] },
    text: { ...text, description: 'as a Chinese reader sees it' },
  }),
  Member: object({ code: text, zh: text, en: text }),
  Bucket: object(
    { key: text, from: { ...text, format: 'date' }, to: { ...text, format: 'date' } },
    'local days, both included',
  ),
  Cell: object({ bucket: whole, members: listOf(text), parts: mapOf({}), values: mapOf(ref('Figure')) }),
  Side: object({
    from: text,
    to: text,
    buckets: listOf(ref('Bucket')),
    cells: listOf(ref('Cell')),
    totals: listOf(ref('Cell')),
    overall: mapOf({}),
    values: mapOf(ref('Figure')),
    coverage: {
      ...mapOf(ref('SideCoverage')),
      description:
        'by fact: what is known of it over the counted days; a fact that is not here is always known',
    },
    versions: {
      ...mapOf(listOf(ref('DefinitionVersion'))),
      description: 'by measure: the versions of its definition that count the days, in order',
    },
  }),
  DefinitionVersion: {
    type: 'object',
    properties: {
      number: whole,
      from: { ...maybeText, description: 'the first day on which it holds; null: from the beginning' },
      owner: ref('Names'),
      reason: ref('Names'),
      formula: ref('Names'),
      recordedFrom: { ...text, description: 'earlier days cannot be counted by it' },
    },
    required: ['number', 'from', 'owner', 'reason'],
  },
  SideCoverage: {
    type: 'object',
    properties: {
      from: text,
      to: {
        ...text,
        description:
          'a running period ends where the data end; none of it is counted where this is before from',
      },
      known: { enum: ['known', 'partly', 'unknown'] },
      missing: listOf(ref('Dates')),
      until: { ...maybeText, description: 'the last known working day before the counted days' },
      since: { ...maybeText, description: 'the first known working day after them' },
      openDays: {
        type: ['integer', 'null'],
        description: 'how many of the counted days are working days; null without a calendar',
      },
      apart: {
        type: 'object',
        description:
          'where units report apart: what is known of each and of the rest; known and missing are of all',
      },
    },
    required: ['from', 'to', 'known', 'missing', 'until', 'since', 'openDays'],
  },
  Change: object({
    change: {
      type: ['object', 'null'],
      description: 'direction, difference, relative, judgement; null with the reason in whyNot',
    },
    whyNot: { type: ['object', 'null'] },
    text: { ...text, description: 'as a Chinese reader sees it: the change, or why there is none' },
  }),
  Dates: object({ from: text, to: text }, 'local days, both included'),
  Answer: object({
    question: { type: 'object' },
    asOf: text,
    dataUntil: maybeText,
    knownDays: {
      ...mapOf(listOf(ref('Dates'))),
      description: 'by fact: the stretches of days that are known',
    },
    openedOn: { ...maybeText, description: 'the day on which the first of the centres opened' },
    dataVersions: { ...mapOf(whole), description: 'one number a centre, grown by each committed change' },
    demo: { type: 'boolean' },
    partial: {
      type: 'boolean',
      description: 'the period is not over; the compared one was cut to the same part',
    },
    members: listOf(listOf(ref('Member'))),
    current: ref('Side'),
    earlier: { anyOf: [ref('Side'), { type: 'null' }] },
    changes: {
      ...mapOf(ref('Change')),
      description: 'by measure, over all members: a change exists only where both sides are fully known',
    },
    settingChanges: listOf(
      object(
        {
          setting: { enum: ['hours', 'limits', 'instant'] },
          from: { ...text, description: 'the first day on which it holds' },
          owner: text,
          reason: text,
          parts: { ...listOf(text), description: 'the parts of the answer that it decides' },
          separates: { type: 'boolean', description: 'the two sides must not be compared for it' },
        },
        'a change of a centre’s setting between the first and the last day of the answer',
      ),
    ),
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
  Measures: listOf(
    object({
      id: text,
      names: ref('Names'),
      question: ref('Names'),
      formula: ref('Names'),
      source: text,
      unit: text,
      better: text,
      caution: { anyOf: [ref('Names'), { type: 'null' }] },
      versions: listOf(ref('DefinitionVersion')),
      splits: listOf(text),
    }),
  ),
  Centres: listOf(
    object({
      code: text,
      zh: text,
      en: maybeText,
      openedOn: maybeText,
      hasCalendar: { type: 'boolean' },
      today: { ...whole, description: 'the local day, counted from 1970-01-01' },
    }),
  ),
  Pushed: object({
    batchId: whole,
    rows: whole,
    loaded: whole,
    corrected: whole,
    unchanged: whole,
    quarantined: whole,
    problems: listOf({ type: 'object' }),
  }),
  Failure: object(
    { error: object({ name: text, details: { type: 'object' }, zh: text, en: text }) },
    'what happened and what to do, in both languages',
  ),
}
