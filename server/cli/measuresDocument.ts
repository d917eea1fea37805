import type { Measure } from '#measures'
import { dimensionsOf, measureIds, measureNamed, mergingOverMembers, mergingOverTime, partKey, partsOf } from '#measures'

const title = `# 指标 Measures

Every figure of the product, generated from \`server/measures/definitions\` by \`npm run docs\`.
`

const mergeWords = { add: 'adds', last: 'the last', largest: 'the largest', same: 'the same for all', ask: 'is asked again' } as const

function mergeLine(measure: Measure): string {
  return partsOf(measure).map(part => `\`${partKey(part)}\` (over time ${mergeWords[mergingOverTime(part)]}; over members ${mergeWords[mergingOverMembers(part)]})`).join('<br>')
}

function section(id: string): string {
  const measure = measureNamed(id)
  const lines = [
    `## ${measure.names.zh} · ${measure.names.en}`,
    '',
    `\`${id}\` — ${measure.question.zh} ${measure.question.en}`,
    '',
    '| | |',
    '| --- | --- |',
    `| 口径 | ${measure.formula.zh} |`,
    `| Formula | ${measure.formula.en} |`,
    `| Kind, unit, good direction | ${measure.kind}, ${measure.unit}, ${measure.better} |`,
    `| Source | ${measure.source} |`,
    `| Parts | ${mergeLine(measure)} |`,
    `| Split by | ${dimensionsOf(measure).join(', ') || '—'} |`,
    ...measure.caution ? [`| Caution | ${measure.caution.zh} ${measure.caution.en} |`] : [],
  ]
  return lines.join('\n')
}

/** docs/measures.md as text: one section a measure. */
export function measuresDocument(): string {
  return `${title}\n${measureIds.map(section).join('\n\n')}\n`
}
