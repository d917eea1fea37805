import type { Measure, Question, QuestionInput } from '#measures'
import type { Dimension } from '../facts/index.ts'
import type { Scope } from '../measures/scope.ts'
import type { Frame } from './frame.ts'
import type { Asking, Common, Ground } from './ground.ts'
import type { GrainPlan } from './plan.ts'
import type { Shelf } from './tiers/shelf.ts'
import { factsOf, measureNamed, NamedError, questionSchema } from '#measures'
import { factNamed } from '../facts/index.ts'
import { parseInput } from '../measures/parseInput.ts'
import { frameOf } from './frame.ts'
import { groundOf } from './ground.ts'
import { Members } from './members.ts'
import { plan } from './plan.ts'
import { readShelf } from './readShelf.ts'
import { resolveFilters, scopeLimits, usableDimension } from './scopeFilters.ts'
import { bareShelf } from './tiers/shelf.ts'

/** A question whose words are understood and whose reads are planned; nothing of its figures is read yet. */
export interface Prepared {
  question: Question
  ground: Ground
  measures: Measure[]
  groupBy: Dimension[]
  members: Members
  frame: Frame
  plans: GrainPlan[]
}

/** What adds up within one member alone is asked for one, or split. Errors: split-needed. */
function checkWithin({ groupBy, filters }: Question, named: readonly [string, Measure][]): void {
  for (const [id, { within }] of named) {
    if (within !== undefined && !groupBy.includes(within) && !filters.some(filter => filter.dimension === within && filter.in.length === 1))
      throw new NamedError('split-needed', { measure: id, dimension: within })
  }
}

/** With fewer others than this, the whole less one's own would tell what another one did. */
const fewestOthers = 2

/** The limits of a benchmark: none, where it gives nobody away. Errors: out-of-scope. */
async function withoutLimits(question: Question, own: readonly { dimension: string, in: string[] }[], { scope, members }: { scope: Scope, members: Members }): Promise<never[]> {
  for (const limit of own) {
    const others = (await members.codes(limit.dimension === 'unit' ? 'unit' : 'window')).filter(code => !limit.in.includes(code)).length
    if (!scope.benchmark || question.groupBy.length > 0 || question.filters.length > 0 || others < fewestOthers)
      throw new NamedError('out-of-scope', { what: 'benchmark' })
  }
  return []
}

/** Reads what a question needs besides its figures, and plans its reads. Errors: those of the question's words, out-of-scope, hidden-dimension. */
export async function prepareQuestion(input: QuestionInput, asking: Asking, common: Common): Promise<Prepared> {
  const question = parseInput(questionSchema, input)
  const { scope } = asking
  const ground = await common.once(['ground', question.centres, question.asOf ?? asking.now, scope.rows.centres], async () => groundOf(asking, common, question))
  const members = await common.once(['members', ground.centreIds], async () => new Members(common.client, ground.centreIds))
  const shelf: Shelf = asking.factsOnly ? bareShelf : await common.once(['shelf', ground.centreIds], async () => readShelf(asking.database, common.client, ground))
  const named = question.measures.map(id => [id, measureNamed(id)] as [string, Measure])
  const dimensionNamed = (name: string): Dimension => usableDimension(named, name, scope)
  const groupBy = question.groupBy.map(dimensionNamed)
  const measures = named.map(([, measure]) => measure)
  checkWithin(question, named)
  const facts = Array.from(new Set(measures.flatMap(factsOf)), factNamed)
  const own = scopeLimits(scope, facts).map(limit => ({ dimension: limit.dimension, in: [...limit.in] }))
  const limits = question.benchmark ? await withoutLimits(question, own, { scope, members }) : own
  const filters = await resolveFilters(members, [...question.filters, ...limits], dimensionNamed)
  const frame = frameOf(question, ground)
  const plans = plan({ measures, buckets: frame.buckets, wholes: frame.wholes, groupBy: question.groupBy, filters, centreIds: ground.centreIds, shelf })
  return { question, ground, measures, groupBy, members, frame, plans }
}
