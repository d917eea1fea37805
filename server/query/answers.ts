import type { Answer, Question, QuestionInput } from '#measures'
import type { Asked, Settled } from './ask.ts'
import type { QueryContext } from './queryContext.ts'
import { NamedError, questionSchema } from '#measures'
import { centresOf } from '../centres/centre.ts'
import { parseInput } from '../measures/parseInput.ts'
import { askMany } from './ask.ts'
import { versionsOf } from './queryContext.ts'
import { checkCentres } from './scopeFilters.ts'

/** How many answers are remembered, and how many cells one may have to be worth remembering. */
const mostAnswers = 400
const mostCells = 20_000

interface Waiting extends Asked {
  settle: (result: Settled) => void
}

/**
 * Answers that are still true. One is found again only for the same question, the same scope, the same
 * local day and the same data versions, so it can never be stale; the same question asked by many at
 * once is read once, and questions that arrive together are read together.
 */
export class Answers {
  private readonly known = new Map<string, Answer>()
  private readonly flights = new Map<string, Promise<Answer>>()
  private readonly looks = new Map<string, Promise<number[]>>()
  private readonly made = new Map<string, Promise<unknown>>()
  private waiting: Waiting[] = []

  /** As `ask`, from memory where nothing has changed. Errors: those of `ask`. */
  async ask(input: QuestionInput, context: QueryContext): Promise<Answer> {
    const question = parseInput(questionSchema, input)
    checkCentres(context.scope, question.centres)
    const { key, versions } = await this.keyOf(question, context)
    const remembered = this.known.get(key)
    if (remembered)
      return { ...remembered, asOf: question.asOf ? remembered.asOf : context.now.toISOString() }
    return this.flights.get(key) ?? this.read(key, { input, context }, versions)
  }

  /**
   * What `work` makes of the data behind a question, from memory where nothing has changed. `name` says what
   * is made, and of what else. Errors: those of `work`, and as `ask`.
   */
  async derived<T>(name: string, { input, context }: Asked, work: () => Promise<T>): Promise<T> {
    const question = parseInput(questionSchema, input)
    checkCentres(context.scope, question.centres)
    const key = `${name} ${(await this.keyOf(question, context)).key}`
    const known = this.made.get(key) as Promise<T> | undefined
    if (known) return known
    const making = work()
    this.made.set(key, making)
    making.catch(() => this.made.delete(key))
    const [oldest] = this.made.keys()
    if (this.made.size > mostAnswers && oldest !== undefined) this.made.delete(oldest)
    return making
  }

  private async keyOf(question: Question, context: QueryContext): Promise<{ key: string; versions: string }> {
    const reader = centresOf(context.database)
    const found = await this.versions(question.centres, context)
    const [first] = await reader.at([{ code: question.centres[0] ?? '', dataVersion: found[0] ?? 0 }])
    const versions = JSON.stringify(
      Object.fromEntries(question.centres.map((code, index) => [code, found[index]])),
    )
    const today = first?.hall.zone.localAt(context.now.getTime()).day
    return { key: JSON.stringify([question, context.scope, versions, question.asOf ?? today]), versions }
  }

  /** One look at the data versions for all questions of the same moment; a later moment looks again. */
  private async versions(centres: string[], { database }: QueryContext): Promise<number[]> {
    const codes = JSON.stringify(centres)
    const looking = this.looks.get(codes) ?? versionsOf(database.pool, centres)
    if (!this.looks.has(codes)) {
      this.looks.set(codes, looking)
      setImmediate(() => this.looks.delete(codes))
    }
    return looking
  }

  private async read(key: string, asked: Asked, versions: string): Promise<Answer> {
    const flight = this.together(asked).finally(() => this.flights.delete(key))
    this.flights.set(key, flight)
    const answer = await flight
    // A load that committed meanwhile makes the answer newer than its key: right for its askers, wrong
    // to remember.
    if (JSON.stringify(answer.dataVersions) === versions && answer.current.cells.length < mostCells)
      this.remember(key, answer)
    return answer
  }

  /** Waits for the other questions of the same moment. */
  private async together(asked: Asked): Promise<Answer> {
    const result = await new Promise<Settled>(resolve => {
      this.waiting.push({ ...asked, settle: resolve })
      if (this.waiting.length === 1) setImmediate(() => void this.readWaiting())
    })
    if ('error' in result) throw result.error
    return result.answer
  }

  private async readWaiting(): Promise<void> {
    const batch = this.waiting
    this.waiting = []
    const database = batch[0]?.context.database
    if (!database) return
    const results = await askMany(database, batch).catch((error: unknown): Settled[] =>
      batch.map(() => ({ error })),
    )
    batch.forEach((one, index) =>
      one.settle(results[index] ?? { error: new NamedError('internal', { reference: 'no-answer' }) }),
    )
  }

  private remember(key: string, answer: Answer): void {
    this.known.set(key, answer)
    if (this.known.size > mostAnswers) this.known.delete(this.known.keys().next().value ?? '')
  }
}
