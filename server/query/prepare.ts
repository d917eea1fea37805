import type { Measure, Question, QuestionInput } from '#measures'
import type { Scope } from '../measures/scope.ts'
import type { Dimension, FactName } from '../model/index.ts'
import type { RollupCatalogue } from '../rollups/rollupCatalogue.ts'
import type { Coverage, Frame } from './frame.ts'
import type { LevelPlan } from './plan.ts'
import type { CentreContext, QueryContext, SnapshotCache } from './queryContext.ts'
import type { ReadFilter } from './read.ts'
import type { ScopeLimit } from './scopeFilters.ts'
import type { Apart } from './unitDays.ts'
import { bridgeOf, factsOf, measureNamed, NamedError, questionSchema, textOfDay } from '#measures'
import { parseInput } from '../measures/parseInput.ts'
import { factNamed } from '../model/index.ts'
import { readRollupCatalogue } from '../rollups/readRollupCatalogue.ts'
import { emptyRollupCatalogue } from '../rollups/rollupCatalogue.ts'
import { fewestOthers } from './benchmark.ts'
import { readCoverage, readDataUntil } from './coverage.ts'
import { checkCurrencies } from './currencies.ts'
import { frameOf } from './frame.ts'
import { Members } from './members.ts'
import { plan } from './plan.ts'
import { readCentreContext } from './queryContext.ts'
import { resolveFilters, resolveLimits, scopeLimits, usableDimension } from './scopeFilters.ts'

/** A validated question with its planned reads. No figure has been read yet. */
export interface Prepared {
  question: Question
  centreContext: CentreContext
  /** The measures of the question, and versions of them that bridge a change of definition. */
  measures: Measure[]
  groupBy: Dimension[]
  members: Members
  coverage: Coverage
  /** The facts with units whose days are declared separately. */
  apart: ReadonlyMap<FactName, Apart>
  /** The last known day of the facts of the question. */
  dataUntil: string | null
  frame: Frame
  plans: LevelPlan[]
}

/**
 * A measure that only sums within one member of a dimension needs a split by it or a filter to one member.
 * Errors: split-needed.
 */
function checkWithin({ groupBy, filters }: Question, named: readonly [string, Measure][]): void {
  for (const [id, { within }] of named) {
    if (
      within !== undefined &&
      !groupBy.includes(within) &&
      !filters.some(filter => filter.dimension === within && filter.in.length === 1)
    )
      throw new NamedError('split-needed', { measure: id, dimension: within })
  }
}

/**
 * The limits of a benchmark: none. Refuses benchmarks that could reveal figures of others: those with splits
 * or filters, and those with too few other members. Errors: out-of-scope.
 */
async function withoutLimits(
  question: Question,
  own: readonly ScopeLimit[],
  { scope, members }: { scope: Scope; members: Members },
): Promise<never[]> {
  for (const limit of own) {
    const others = (await members.codes(limit.dimension)).filter(code => !limit.in.includes(code)).length
    if (
      !scope.benchmark ||
      question.groupBy.length > 0 ||
      question.filters.length > 0 ||
      others < fewestOthers
    )
      throw new NamedError('out-of-scope', { what: 'benchmark' })
  }
  return []
}

/**
 * The question's filters and the scope's limits, resolved to stored values. Errors: those of
 * `resolveFilters`, out-of-scope.
 */
async function readFilters(
  question: Question,
  how: {
    scope: Scope
    members: Members
    factNames: readonly FactName[]
    dimensionNamed: (name: string) => Dimension
  },
): Promise<ReadFilter[]> {
  const { scope, members, factNames, dimensionNamed } = how
  const own = scopeLimits(scope, factNames.map(factNamed), question.centres)
  const limits = question.benchmark ? await withoutLimits(question, own, { scope, members }) : own
  return [
    ...(await resolveFilters(members, question.filters, dimensionNamed)),
    ...(await resolveLimits(members, limits, dimensionNamed)),
  ]
}

/** Versions of measures for comparing two sides across a change of definition. */
function bridgesOf(measures: readonly Measure[], { sides }: Frame): Measure[] {
  const [current, earlier] = sides.map(({ whole }) => ({
    from: textOfDay(whole.from),
    to: textOfDay(whole.to),
  }))
  if (!current || !earlier) return []
  return measures.flatMap(measure => {
    const bridge = bridgeOf(measure, current, earlier)
    return bridge.kind === 'bridged' ? [bridge.measure] : []
  })
}

/** Values that questions about the same centres share; each is read once. */
async function sharedOf(
  question: Question,
  context: QueryContext,
  cache: SnapshotCache,
): Promise<{ centreContext: CentreContext; members: Members; rollupCatalogue: RollupCatalogue }> {
  const centreContext = await cache.once(
    ['centreContext', question.centres, question.asOf ?? context.now, context.scope.rows],
    async () => readCentreContext(context, cache, question),
  )
  const members = await cache.once(
    ['members', centreContext.centreIds],
    async () => new Members(cache.client, { database: context.database, centres: centreContext.centres }),
  )
  const rollupCatalogue: RollupCatalogue = context.factsOnly
    ? emptyRollupCatalogue
    : await cache.once(['rollupCatalogue', centreContext.centreIds], async () =>
        readRollupCatalogue(context.database, cache.client, centreContext),
      )
  return { centreContext, members, rollupCatalogue }
}

/**
 * Reads what a question needs besides its figures, and plans its reads. Errors: those of parsing the
 * question, out-of-scope, hidden-dimension.
 */
export async function prepareQuestion(
  input: QuestionInput,
  context: QueryContext,
  cache: SnapshotCache,
): Promise<Prepared> {
  const question = parseInput(questionSchema, input)
  const { scope } = context
  const { centreContext, members, rollupCatalogue } = await sharedOf(question, context, cache)
  const named = question.measures.map(id => [id, measureNamed(id)] as [string, Measure])
  const dimensionNamed = (name: string): Dimension => usableDimension(named, name, scope)
  const groupBy = question.groupBy.map(dimensionNamed)
  const measures = named.map(([, measure]) => measure)
  checkWithin(question, named)
  checkCurrencies(centreContext.centres, named)
  const factNames = [...new Set(measures.flatMap(factsOf))]
  const filters = await readFilters(question, { scope, members, factNames, dimensionNamed })
  const { coverage, apart } = await readCoverage(context, cache, {
    facts: factNames,
    centreContext,
    members,
    asked: { ...question, filters },
  })
  const dataUntil = await readDataUntil(context, cache, { coverage, centreContext, members })
  const frame = frameOf(question, centreContext, coverage)
  const counted = [...measures, ...bridgesOf(measures, frame)]
  const plans = plan({
    measures: counted,
    buckets: frame.buckets,
    wholes: frame.wholes,
    byFact: frame.byFact,
    groupBy: question.groupBy,
    filters,
    centreIds: centreContext.centreIds,
    rollupCatalogue,
  })
  return {
    question,
    centreContext,
    coverage,
    apart,
    dataUntil,
    measures: counted,
    groupBy,
    members,
    frame,
    plans,
  }
}
