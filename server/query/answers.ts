import type { Answer, Question, QuestionInput } from '#measures'
import type { Asked, Settled } from './ask.ts'
import type { QueryContext } from './queryContext.ts'
import { NamedError, questionSchema } from '#measures'
import { centresOf } from '../centres/centre.ts'
import { parseInput } from '../measures/parseInput.ts'
import { askMany } from './ask.ts'
import { versionsOf } from './queryContext.ts'
import { checkCentres } from './scopeFilters.ts'

/** The number of cached answers, and the most cells of an answer that is cached. */
const mostAnswers = 400
const mostCells = 20_000

interface Waiting extends Asked {
  settle: (result: Settled) => void
}

/**
 * A cache of answers, keyed by question, scope, local day and data versions, so that it is never stale. Equal
 * questions at the same time are read once, and questions that arrive together share their reads.
 */
export class Answers {
  private readonly known = new Map<string, Answer>()
  private readonly flights = new Map<string, Promise<Answer>>()
  private readonly looks = new Map<string, Promise<number[]>>()
  private readonly made = new Map<string, Promise<unknown>>()
  private waiting: Waiting[] = []

  /** As `ask`, from the cache where nothing has changed. Errors: those of `ask`. */
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
   * The result of `work` for the data behind a question, from the cache where nothing has changed. `name`
   * identifies the computation and its other inputs. Errors: those of `work`, and as `ask`.
   */
  async derived<T>(name: string, { input, context }: Asked, work: () => Promise<T>): Promise<T> {
    const question = parseInput(questionSchema, input)
    checkCentres(context.scope, question.centres)
    const key = `${name} ${(await this.keyOf(question, context)).key}`
    const cached = this.made.get(key) as Promise<T> | undefined
    if (cached) return cached
    const making = work()
    this.made.set(key, making)
    making.catch(() => this.made.delete(key))
    const [oldest] = this.made.keys()
    if (this.made.size > mostAnswers && oldest !== undefined) this.made.delete(oldest)
    return making
  }

  private async keyOf(question: Question, context: QueryContext): Promise<{ key: string; versions: string }> {
    const reader = centresOf(context.database)
    const dataVersions = await this.versions(question.centres, context)
    const [first] = await reader.at([{ code: question.centres[0] ?? '', dataVersion: dataVersions[0] ?? 0 }])
    const versions = JSON.stringify(
      Object.fromEntries(question.centres.map((code, index) => [code, dataVersions[index]])),
    )
    const today = first?.hall.zone.localAt(context.now.getTime()).day
    return { key: JSON.stringify([question, context.scope, versions, question.asOf ?? today]), versions }
  }

  /** Reads the data versions once for all questions of the same tick. */
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
    // A load committed in between, so the answer is newer than its key: correct, but not to be cached.
    if (JSON.stringify(answer.dataVersions) === versions && answer.current.cells.length < mostCells)
      this.remember(key, answer)
    return answer
  }

  /** Waits for the other questions of the same tick. */
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
    batch.forEach((waiting, index) =>
      waiting.settle(results[index] ?? { error: new NamedError('internal', { reference: 'no-answer' }) }),
    )
  }

  private remember(key: string, answer: Answer): void {
    this.known.set(key, answer)
    if (this.known.size > mostAnswers) this.known.delete(this.known.keys().next().value ?? '')
  }
}
