import type { QuestionInput, RowsQuestionInput, ShownError, ValuedAnswer } from '#measures'
import type { RowsAnswer } from '../query/rows.ts'

/** The address of the product, and a token. */
interface Connection {
  address: string
  token: string
}

/** The result of a push. */
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

/** An error of a call, with the product's name for it and its text in both languages. */
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
  const failure = (await reply.json().catch(() => null)) as { error?: ShownError } | null
  if (!reply.ok || failure === null) throw new CallFailed(reply.status, failure?.error ?? unreadable)
  return failure as T
}

/** A typed client for other systems. Needs only `fetch`. Errors: CallFailed, and those of the network. */
export function brightWindow(connection: Connection) {
  return {
    /** Figures: values with numerators, denominators and coverage. */
    ask: async (question: QuestionInput) => call<ValuedAnswer>(connection, '/api/ask', { body: question }),
    /** The records behind a figure, at most 500 a page. */
    rows: async (question: RowsQuestionInput) =>
      call<RowsAnswer>(connection, '/api/rows', { body: question }),
    /** All measures with their definitions. */
    measures: async () => call<DescribedMeasure[]>(connection, '/api/measures', {}),
    /** Pushes rows of one target as one batch; a key is loaded only once. */
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
