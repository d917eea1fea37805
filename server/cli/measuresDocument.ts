import type { Measure, MeasureId } from '#measures'
import {
  dimensionsOf,
  measureIds,
  measureNamed,
  mergingOverMembers,
  mergingOverTime,
  partKey,
  partsOf,
  versionLine,
} from '#measures'
import { measureText } from '../measures/texts/index.ts'

const title = `# 指标 Measures

Every figure of the product, generated from \`server/measures\` by \`npm run docs\`.
`

const mergeWords = {
  add: 'adds',
  last: 'the last',
  largest: 'the largest',
  same: 'the same for all',
  ask: 'is asked again',
} as const

function mergeLine(measure: Measure): string {
  return partsOf(measure)
    .map(
      part =>
        `\`${partKey(part)}\` (over time ${mergeWords[mergingOverTime(part)]}; over ` +
        `members ${mergeWords[mergingOverMembers(part)]})`,
    )
    .join('<br>')
}

/** A row a version of a definition that has changed. */
const versionRows = (measure: Measure): string[] =>
  (measure.versions ?? []).map(version => {
    const formula = version.formula ? `：${version.formula.zh}` : ''
    return `| ${versionLine(version, 'zh').replace('：', ' | ')}${formula} |`
  })

function section(id: MeasureId): string {
  const measure = measureNamed(id)
  const { question, formula, source, caution } = measureText(id)
  const lines = [
    `## ${measure.names.zh} · ${measure.names.en}`,
    '',
    `\`${id}\` — ${question.zh} ${question.en}`,
    '',
    '| | |',
    '| --- | --- |',
    `| 口径 | ${formula.zh} |`,
    `| Formula | ${formula.en} |`,
    `| Kind, unit, good direction | ${measure.kind}, ${measure.unit}, ${measure.better} |`,
    `| Source | ${source} |`,
    `| Parts | ${mergeLine(measure)} |`,
    `| Split by | ${dimensionsOf(measure).join(', ') || '—'} |`,
    ...versionRows(measure),
    ...(caution ? [`| Caution | ${caution.zh} ${caution.en} |`] : []),
  ]
  return lines.join('\n')
}

/** docs/measures.md as text: one section a measure. */
export function measuresDocument(): string {
  return `${title}\n${measureIds.map(section).join('\n\n')}\n`
}
