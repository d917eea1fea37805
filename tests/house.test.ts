import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { measureIds, measureNamed, partsOf, plainPartsOf } from '#measures'
import { measuresDocument } from '../server/cli/measuresDocument.ts'
import { measureText } from '../server/measures/texts/index.ts'
import { expressionsOf } from '../server/model/conditions/index.ts'
import { facts } from '../server/model/index.ts'

// The promises of CONTRIBUTING.md, held.
const root = fileURLToPath(new URL('..', import.meta.url))
const han = /\p{Script=Han}/u

function filesIn(folder: string): string[] {
  return readdirSync(path.join(root, folder)).flatMap(name => {
    const file = path.join(folder, name)
    if (['node_modules', 'generated', 'migrations'].includes(name)) return []
    return statSync(path.join(root, file)).isDirectory() ? filesIn(file) : [file]
  })
}
const text = (file: string): string => readFileSync(path.join(root, file), 'utf8')
const sources = ['client', 'server', 'prisma'].flatMap(filesIn).filter(file => /\.(?:ts|vue)$/.test(file))

interface Import {
  from: string
  to: string
  typeOnly: boolean
}
function importsOf(file: string): Import[] {
  return Array.from(
    text(file).matchAll(
      /^\s*(?:import|export)\s(type\s)?[^'"\n]*\sfrom\s'([^']+)'|^import '([^']+)'|import\('([^']+)'\)/gm,
    ),
    match => {
      const target = match[2] ?? match[3] ?? match[4] ?? ''
      return {
        from: file,
        to: target.startsWith('.') ? path.join(path.dirname(file), target) : target,
        typeOnly: match[1] !== undefined,
      }
    },
  )
}
const imports = sources.flatMap(importsOf)

function broken(from: RegExp, allowed: (one: Import) => boolean): string[] {
  return imports
    .filter(imported => from.test(imported.from) && !allowed(imported))
    .map(imported => `${imported.from} → ${imported.to}`)
}
const into = (imported: Import, ...folders: string[]): boolean =>
  folders.some(folder => imported.to === folder || imported.to.startsWith(`${folder}/`))

describe('walls', () => {
  it('the model imports common, itself and the builder of SQL', () =>
    expect(
      broken(
        /^server\/model\//,
        imported => into(imported, 'server/model', 'server/common') || imported.to === 'sql-template-tag',
      ),
    ).toEqual([]))

  it('the screens carry no condition, no SQL and no text of a definition', () => {
    const values = imports.filter(imported => !imported.typeOnly)
    const reached = new Set(['server/measures/index.ts'])
    for (const file of reached)
      values.filter(imported => imported.from === file).forEach(imported => reached.add(imported.to))
    const kept = /^server\/(?:measures\/texts|model\/(?:conditions|toSql|toPredicate))/
    expect([...reached].filter(file => kept.test(file))).toEqual([])
    expect(reached).toContain('server/model/cases.ts')
  })

  it('measures import facts, zod and calendar arithmetic', () =>
    expect(
      broken(
        /^server\/measures\//,
        imported =>
          into(imported, 'server/measures', 'server/model', 'server/common') ||
          ['zod', '@internationalized/date'].includes(imported.to),
      ),
    ).toEqual([]))

  it('planning, compiling and assembling import measures and facts', () =>
    expect(
      broken(
        /^server\/query\/(?:plan|compile|assemble|grid|read|words|sql|sharedReads)\.ts$/,
        imported =>
          ['#measures', 'node:crypto'].includes(imported.to) ||
          into(
            imported,
            'server/query',
            'server/rollups',
            'server/model',
            'server/measures',
            'server/common',
          ) ||
          imported.to === 'sql-template-tag',
      ),
    ).toEqual([]))

  it('the client takes values from #measures, and from the rest of the server types alone', () =>
    expect(broken(/^client\//, imported => imported.typeOnly || !into(imported, 'server', 'prisma'))).toEqual(
      [],
    ))

  it('charts are pure: no Vue, no store, no fetch', () =>
    expect(
      broken(
        /^client\/charts\/.*\.ts$/,
        imported =>
          into(imported, 'client/charts') ||
          imported.to === '#measures' ||
          /echarts(?:Marks|Tooltip)?\.ts$/.test(imported.from),
      ),
    ).toEqual([]))

  it('three files import the chart library: what every chart needs, and what only some do', () =>
    expect([
      ...new Set(
        imports.filter(imported => /^(?:vue-)?echarts/.test(imported.to)).map(imported => imported.from),
      ),
    ]).toEqual([
      'client/charts/echarts.ts',
      'client/charts/echartsMarks.ts',
      'client/charts/echartsTooltip.ts',
    ]))

  it('the documented calls go through procedures: nothing there reads data', () => {
    expect(
      broken(
        /^server\/api\//,
        imported =>
          imported.typeOnly || !into(imported, 'server/query', 'server/storage', 'server/access', 'prisma'),
      ),
    ).toEqual([])
  })

  it('nothing outside the measures takes the numbers of a record from each other, or divides them', () => {
    const numbers = Object.values(facts).flatMap(({ columns }) =>
      Object.entries(columns).flatMap(([name, { type }]) =>
        ['fen', 'milliPercent', 'milliDays', 'seconds'].includes(type) ? [name] : [],
      ),
    )
    const name = `\\b(?:${[...new Set(numbers)].join('|')})\\b`
    const end = String.raw`(?: \?\? \w+)?\)*`
    const computed = new RegExp(
      String.raw`${name}${end} (?:-|\/ (?![\d_]+\b)) ?|(?: - | \/ )\(*(?:[\w$]+\??\.)*${name}`,
    )
    const readers = sources.filter(file =>
      /^client\/|^server\/(?:trading|briefing|exports|cli|routers|api)\//.test(file),
    )
    expect(computed.test('Number(BigInt(trade.baseFen) - BigInt(trade.awardFen))')).toBe(true)
    expect(computed.test('(trade.awardFen ?? 0) / trade.baseFen')).toBe(true)
    expect(computed.test('awardRate / 1000')).toBe(false)
    expect(
      readers.flatMap(file =>
        text(file)
          .split('\n')
          .flatMap((line, at) => (computed.test(line) ? [`${file}:${at + 1}`] : [])),
      ),
    ).toEqual([])
  })

  it('published signals know procedures alone, the hall’s own signals trades and procedures', () => {
    expect(
      broken(
        /^server\/trading\/signals\//,
        imported => into(imported, 'server/trading/signals') || imported.to === 'zod',
      ),
    ).toEqual([])
    expect(
      broken(/^server\/trading\/hall\//, imported =>
        into(
          imported,
          'server/trading/hall',
          'server/trading/signals',
          'server/model',
          'server/query/recordFigure.ts',
        ),
      ),
    ).toEqual([])
  })

  it('what a briefing says is composed without reading anything', () => {
    expect(
      broken(
        /^server\/briefing\/(?:templates\/|document\.ts)/,
        imported =>
          into(imported, 'server/briefing/templates', 'server/briefing/document.ts') ||
          imported.to === '#measures',
      ),
    ).toEqual([])
  })

  it('routers never import each other, nor the storage', () =>
    expect(
      broken(/^server\/routers\//, imported => !into(imported, 'server/routers', 'server/storage')),
    ).toEqual([]))

  it('sees the imports it judges', () => {
    expect(imports.length).toBeGreaterThan(300)
    expect(imports).toContainEqual({
      from: 'server/query/prepare.ts',
      to: 'server/query/plan.ts',
      typeOnly: false,
    })
    expect(imports).toContainEqual({ from: 'client/data/trpc.ts', to: 'server/router.ts', typeOnly: true })
  })

  it('SQL stands in query, intake and facts; elsewhere only in storage, sign-in and operations', () => {
    const keepers = [
      'server/storage/',
      'prisma/migrate.ts',
      'server/query/',
      'server/intake/',
      'server/model/',
      'server/rollups/',
      'server/access/',
      'server/operations/',
    ]
    const guilty = sources.filter(file =>
      /\b(?:SELECT|INSERT INTO|UPDATE "|DELETE FROM)\b|\$queryRaw|\$executeRaw/.test(text(file)),
    )
    expect(guilty.filter(file => !keepers.some(keeper => file.startsWith(keeper)))).toEqual([])
  })
})

describe('sizes', () => {
  const lines = (file: string): number => text(file).split('\n').length
  const counted = sources.filter(
    file =>
      !file.startsWith('client/words/') &&
      !['prisma/demo/units.ts', 'server/common/errorWords.ts'].includes(file),
  )

  it('no file is over 300 lines, no component over 250', () => {
    expect(counted.filter(file => lines(file) > 300)).toEqual([])
    expect(counted.filter(file => file.endsWith('.vue') && lines(file) > 251)).toEqual([])
  })

  it('the median is under 90 lines', () => {
    const sorted = counted.map(lines).sort((a, b) => a - b)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(90)
  })
})

describe('every measure', () => {
  it.each(measureIds)('%s is named, asked, explained, sourced and worked through', id => {
    const measure = measureNamed(id)
    const { question, formula, source } = measureText(id)
    for (const names of [measure.names, question, formula]) {
      expect(names.zh).toMatch(han)
      expect(names.en).toMatch(/[a-z]/)
      expect(names.en).not.toMatch(han)
    }
    expect(question.zh.endsWith('？')).toBe(true)
    expect(question.en.endsWith('?')).toBe(true)
    expect(source.length).toBeGreaterThan(2)
    expect(text(`tests/measures/examples/${id}.test.ts`)).toMatch(new RegExp(`workedExample\\(\\s*'${id}'`))
  })

  it('names only clocks, conditions and numbers that its facts have', () => {
    const flows = measureIds
      .flatMap(id => partsOf(measureNamed(id)))
      .flatMap(plainPartsOf)
      .flatMap(part =>
        part.kind === 'balance' ? [...part.entered, ...part.left] : part.kind === 'calendar' ? [] : [part],
      )
    for (const part of flows) {
      const fact = facts[part.fact]
      expect(Object.keys(expressionsOf(part.fact).conditions)).toEqual(expect.arrayContaining(part.when))
      if (part.kind === 'flow') expect(Object.keys(fact.clocks)).toContain(part.during)
    }
  })

  it('has no namesake', () => {
    for (const language of ['zh', 'en'] as const)
      expect(new Set(measureIds.map(id => measureNamed(id).names[language])).size).toBe(measureIds.length)
  })

  it('stands in docs/measures.md as it is defined now (npm run docs)', () =>
    expect(text('docs/measures.md')).toBe(measuresDocument()))
})
