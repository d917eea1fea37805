import type { ComputedRef, Ref } from 'vue'
import type { Answer, MeasureId, Parts } from '#measures'
import type { Say } from '../ui/figureWords.ts'
import type { DivisionNode } from './divisionTree.ts'
import type { MatrixCell, MatrixColumn } from './matrixColumns.ts'
import type { MatrixLine, NamedCentre } from './matrixLines.ts'
import { computed, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { measureNamed } from '#measures'
import { useMe } from '../stores/me.ts'
import { usePrinting } from '../ui/usePrinting.ts'
import { centresIn } from './divisionTree.ts'
import { partsByCentre, together } from './exactSums.ts'
import { columnOf } from './matrixColumns.ts'
import { evidenceLines, treeLines } from './matrixLines.ts'

/** The measures of the table, one per column. */
const columnIds = [
  'casesReceived',
  'onTimeRate',
  'sameDayRate',
  'averageHandlingTime',
  'ownGoodReviewRate',
  'tradesConcluded',
] as const satisfies readonly MeasureId[]

/** Up to this number of centres, all divisions are expanded at first. */
const fewEnough = 30

/** A line as it is shown, with its name and figures. */
interface MatrixRow {
  line: MatrixLine
  name: string
  cells: MatrixCell[]
}

interface Matrix {
  columns: ComputedRef<MatrixColumn[]>
  rows: ComputedRef<MatrixRow[]>
  /** The order of the lines: the tree, or the evidence in a measure. */
  order: Ref<'tree' | MeasureId>
  orders: ComputedRef<MatrixColumn[]>
  search: Ref<string>
  isOpen: (code: string) => boolean
  toggle: (code: string) => void
}

/** The viewer's choices: expanded divisions, search text and order. */
function useChoices(centres: () => readonly NamedCentre[]) {
  const order = shallowRef<'tree' | MeasureId>('tree')
  const search = shallowRef('')
  const toggled = shallowRef<ReadonlySet<string>>(new Set())
  const isOpen = (code: string): boolean => toggled.value.has(code) !== centres().length <= fewEnough
  function toggle(code: string): void {
    const next = new Set(toggled.value)
    if (!next.delete(code)) next.add(code)
    toggled.value = next
  }
  return { order, search, isOpen, toggle }
}

/** The name of a line. */
function nameOf(line: MatrixLine, { t, language }: Say): string {
  if (line.is === 'heading') return t(`centres.groups.${line.code}`, { count: line.count })
  if (line.is === 'centre') return line.centre[language]
  const count = centresIn(line.node).length
  const name = line.node.division?.[language]
  return name ? t('centres.sum', { name, count }) : t('centres.total', { count })
}

/** The rows and columns of the table of centres, for the viewer's choices. */
export function useMatrix(answer: () => Answer | null, tree: () => DivisionNode<NamedCentre>): Matrix {
  const { t } = useI18n()
  const me = useMe()
  const printing = usePrinting()
  const choices = useChoices(() => centresIn(tree()))
  const columns = computed(() => {
    const shown = answer()
    return shown
      ? me
          .askable(columnIds)
          .map(id => columnOf(id, shown, { t, ...printing }))
          .filter(({ whole }) => whole.value !== null)
      : []
  })
  const parts = computed(() => {
    const shown = answer()
    return shown ? partsByCentre(shown) : new Map<string, Parts>()
  })
  const lines = computed((): MatrixLine[] => {
    const search = choices.search.value.trim()
    const column = columns.value.find(({ id }) => id === choices.order.value)
    const isSmall = (code: string): boolean =>
      column?.cell(parts.value.get(code) ?? null, code).small ?? false
    if (column) return evidenceLines(tree(), column, { search, isSmall })
    const isTold = ({ code }: NamedCentre): boolean =>
      columns.value.some(({ verdicts }) => verdicts.get(code) === 'worse')
    return treeLines(tree(), { isOpen: choices.isOpen, isTold, search })
  })
  /** The total comes from the answer itself; the sums of divisions are added up from their centres. */
  function partsOf(line: MatrixLine): Parts | null {
    if (line.is === 'centre') return parts.value.get(line.code) ?? null
    if (line.is === 'heading') return null
    if (line.depth === 0 && line.node === tree()) return answer()?.current.overall ?? null
    const measures = columns.value.map(({ measure }) => measure)
    const codes = centresIn(line.node).map(({ code }) => code)
    return together(measures, parts.value, codes)
  }
  const rows = computed(() =>
    lines.value.map((line): MatrixRow => {
      const own = partsOf(line)
      const code = line.is === 'centre' ? line.code : null
      const cells = line.is === 'heading' ? [] : columns.value.map(column => column.cell(own, code))
      return { line, name: nameOf(line, { t, ...printing }), cells }
    }),
  )
  const orders = computed(() => columns.value.filter(({ judged }) => judged))
  return { columns, rows, orders, ...choices }
}

/** All centres and sums for the export, whatever is collapsed or searched for. */
export function wholeTable(
  tree: DivisionNode<NamedCentre>,
  answer: Answer,
  language: 'zh' | 'en',
): { name: string; depth: number; codes: string[]; parts: Parts | null }[] {
  const parts = partsByCentre(answer)
  const measures = answer.question.measures.map(measureNamed)
  return treeLines(tree, { isOpen: () => true, isTold: () => true, search: '' }).flatMap(line => {
    if (line.is === 'heading') return []
    const codes = line.is === 'centre' ? [line.code] : centresIn(line.node).map(({ code }) => code)
    const name = line.is === 'centre' ? line.centre[language] : (line.node.division?.[language] ?? '')
    return [{ name, depth: line.depth, codes, parts: together(measures, parts, codes) }]
  })
}
