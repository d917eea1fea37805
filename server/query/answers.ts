import type { Answer, QuestionInput } from '#measures'
import type { Asking } from './ask.ts'
import { questionSchema } from '#measures'
import { centresOf } from '../centres/centre.ts'
import { parseInput } from '../measures/parseInput.ts'
import { ask } from './ask.ts'
import { checkCentres } from './scopeFilters.ts'

/** How many answers are remembered, and how many cells one may have to be worth remembering. */
const mostAnswers = 400
const mostCells = 20_000

/**
 * Answers that are still true. One is found again only for the same question, the same scope, the same local day and the same data
 * versions, so it can never be stale; the same question asked by many at once is read once.
 */
export class Answers {
  private readonly known = new Map<string, Answer>()
  private readonly flights = new Map<string, Promise<Answer>>()

  /** As `ask`, from memory where nothing has changed. Errors: those of `ask`. */
  async ask(input: QuestionInput, asking: Asking): Promise<Answer> {
    const question = parseInput(questionSchema, input)
    checkCentres(asking.scope, question.centres)
    const centres = await Promise.all(question.centres.map(async code => centresOf(asking.database).find(code)))
    const versions = Object.fromEntries(centres.map(centre => [centre.code, centre.dataVersion]))
    const today = centres[0]?.hall.zone.localAt(asking.now.getTime()).day
    const key = JSON.stringify([question, asking.scope, versions, question.asOf ?? today])
    const remembered = this.known.get(key)
    if (remembered)
      return { ...remembered, asOf: question.asOf ? remembered.asOf : asking.now.toISOString() }
    return this.flights.get(key) ?? this.read(key, input, { asking, versions })
  }

  private async read(key: string, input: QuestionInput, known: { asking: Asking, versions: Record<string, number> }): Promise<Answer> {
    const flight = ask(input, known.asking).finally(() => this.flights.delete(key))
    this.flights.set(key, flight)
    const answer = await flight
    // A load that committed meanwhile makes the answer newer than its key: right for its askers, wrong to remember.
    if (JSON.stringify(answer.dataVersions) === JSON.stringify(known.versions) && answer.current.cells.length < mostCells)
      this.remember(key, answer)
    return answer
  }

  private remember(key: string, answer: Answer): void {
    this.known.set(key, answer)
    if (this.known.size > mostAnswers)
      this.known.delete(this.known.keys().next().value ?? '')
  }
}
