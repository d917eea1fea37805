import type { QuestionInput, RowsQuestionInput, ShownError, ValuedAnswer } from '#measures'
import type { RowsAnswer } from '../query/rows.ts'

/** Where the product is and the token that it gave. */
interface Connection {
  address: string
  token: string
}

/** What a push did. */
interface Pushed {
  batchId: number
  rows: number
  loaded: number
  corrected: number
  unchanged: number
  quarantined: number
  problems: { row: number; field: string; value: string; reason: string }[]
}

/** A measure as the catalogue describes it. */
interface DescribedMeasure {
  id: string
  names: { zh: string; en: string }
  question: { zh: string; en: string }
  formula: { zh: string; en: string }
  source: string
  unit: string
  better: string
  caution: { zh: string; en: string } | null
  splits: string[]
}

/** A call that was refused or failed: the product's own name for it and its sentence in both languages. */
export class CallFailed extends Error {
  constructor(
    readonly status: number,
    readonly error: ShownError,
  ) {
    super(`${status} ${error.name}: ${error.en}`)
    this.name = 'CallFailed'
  }
}

const unreadable: ShownError = {
  name: 'internal',
  details: {},
  zh: '对方未按约定作答',
  en: 'what answered is not Bright Window',
}

async function call<T>(
  { address, token }: Connection,
  path: string,
  request: { body?: unknown; headers?: Record<string, string> },
): Promise<T> {
  const { body, headers } = request
  const reply = await fetch(new URL(path, address), {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const found = (await reply.json().catch(() => null)) as { error?: ShownError } | null
  if (!reply.ok || found === null) throw new CallFailed(reply.status, found?.error ?? unreadable)
  return found as T
}

/**
 * The product's calls for another system, typed. Needs nothing but `fetch`. Errors: CallFailed, and
 * those of the network.
 */
export function brightWindow(connection: Connection) {
  return {
    /** Figures: values beside numerators, denominators and coverage. */
    ask: async (question: QuestionInput) => call<ValuedAnswer>(connection, '/api/ask', { body: question }),
    /** The records behind a figure, at most 500 a page. */
    rows: async (question: RowsQuestionInput) =>
      call<RowsAnswer>(connection, '/api/rows', { body: question }),
    /** All measures and how each is counted. */
    measures: async () => call<DescribedMeasure[]>(connection, '/api/measures', {}),
    /** Rows of one target, as one batch; the same key never loads twice. */
    push: async (
      to: { centre: string; target: string; key: string },
      rows: readonly Record<string, string | number | boolean | null>[],
    ) =>
      call<Pushed>(connection, `/push/${encodeURIComponent(to.centre)}/${encodeURIComponent(to.target)}`, {
        body: { rows },
        headers: { 'idempotency-key': to.key },
      }),
  }
}
