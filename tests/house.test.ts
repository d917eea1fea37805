import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { errorWords, measureIds, measureNamed, partsOf } from '#measures'
import { en } from '../client/words/en.ts'
import { enDesks } from '../client/words/enDesks.ts'
import { zh } from '../client/words/zh.ts'
import { zhDesks } from '../client/words/zhDesks.ts'
import { measuresDocument } from '../server/cli/measuresDocument.ts'
import { facts } from '../server/facts/index.ts'

// The promises of CONTRIBUTING.md, held.
const root = fileURLToPath(new URL('..', import.meta.url))
const han = /\p{Script=Han}/u

function filesIn(folder: string): string[] {
  return readdirSync(path.join(root, folder)).flatMap((name) => {
    const file = path.join(folder, name)
    if (['node_modules', 'generated', 'migrations'].includes(name))
      return []
    return statSync(path.join(root, file)).isDirectory() ? filesIn(file) : [file]
  })
}
const text = (file: string): string => readFileSync(path.join(root, file), 'utf8')
const sources = ['client', 'server', 'prisma'].flatMap(filesIn).filter(file => /\.(?:ts|vue)$/.test(file))

interface Import { from: string, to: string, typeOnly: boolean }
function importsOf(file: string): Import[] {
  return Array.from(text(file).matchAll(/^\s*(?:import|export)\s(type\s)?[^'"\n]*\sfrom\s'([^']+)'|^import '([^']+)'|import\('([^']+)'\)/gm), (found) => {
    const target = found[2] ?? found[3] ?? found[4] ?? ''
    return { from: file, to: target.startsWith('.') ? path.join(path.dirname(file), target) : target, typeOnly: found[1] !== undefined }
  })
}
const imports = sources.flatMap(importsOf)

function broken(from: RegExp, allowed: (one: Import) => boolean): string[] {
  return imports.filter(one => from.test(one.from) && !allowed(one)).map(one => `${one.from} → ${one.to}`)
}
const into = (one: Import, ...folders: string[]): boolean => folders.some(folder => one.to === folder || one.to.startsWith(`${folder}/`))

describe('walls', () => {
  it('facts import nothing but each other', () => expect(broken(/^server\/facts\//, one => into(one, 'server/facts'))).toEqual([]))

  it('measures import facts, zod and calendar arithmetic', () => expect(broken(/^server\/measures\//, one => into(one, 'server/measures', 'server/facts') || ['zod', '@internationalized/date'].includes(one.to))).toEqual([]))

  it('planning, compiling and assembling import measures and facts', () => expect(broken(/^server\/query\/(?:(?:plan|compile|assemble|grid|read|words|sql|sharedReads)\.ts$|tiers\/)/, one => ['#measures', 'node:crypto'].includes(one.to) || into(one, 'server/query', 'server/facts', 'server/measures'))).toEqual([]))

  it('the client takes values from #measures, and from the rest of the server types alone', () => expect(broken(/^client\//, one => one.typeOnly || !into(one, 'server', 'prisma'))).toEqual([]))

  it('charts are pure: no Vue, no store, no fetch', () => expect(broken(/^client\/charts\/.*\.ts$/, one => into(one, 'client/charts') || one.to === '#measures' || /echarts(?:Marks|Tooltip)?\.ts$/.test(one.from))).toEqual([]))

  it('three files import the chart library: what every chart needs, and what only some do', () => expect([...new Set(imports.filter(one => /^(?:vue-)?echarts/.test(one.to)).map(one => one.from))]).toEqual(['client/charts/echarts.ts', 'client/charts/echartsMarks.ts', 'client/charts/echartsTooltip.ts']))

  it('the documented calls go through procedures: nothing there reads data', () => {
    expect(broken(/^server\/api\//, one => one.typeOnly || !into(one, 'server/query', 'server/storage', 'server/access', 'prisma'))).toEqual([])
  })

  it('published signals know procedures alone, the hall’s own signals trades and procedures', () => {
    expect(broken(/^server\/trading\/signals\//, one => into(one, 'server/trading/signals') || one.to === 'zod')).toEqual([])
    expect(broken(/^server\/trading\/hall\//, one => into(one, 'server/trading/hall', 'server/trading/signals', 'server/facts'))).toEqual([])
  })

  it('what a briefing says is composed without reading anything', () => {
    expect(broken(/^server\/briefing\/(?:templates\/|document\.ts)/, one => into(one, 'server/briefing/templates', 'server/briefing/document.ts') || one.to === '#measures')).toEqual([])
  })

  it('routers never import each other, nor the storage', () => expect(broken(/^server\/routers\//, one => !into(one, 'server/routers', 'server/storage'))).toEqual([]))

  it('sees the imports it judges', () => {
    expect(imports.length).toBeGreaterThan(300)
    expect(imports).toContainEqual({ from: 'server/query/prepare.ts', to: 'server/query/plan.ts', typeOnly: false })
    expect(imports).toContainEqual({ from: 'client/data/trpc.ts', to: 'server/router.ts', typeOnly: true })
  })

  it('SQL stands in query, intake and the facts; elsewhere only in what keeps the database, the door and the server', () => {
    const keepers = ['server/storage/', 'prisma/migrate.ts', 'server/query/', 'server/intake/', 'server/facts/', 'server/access/', 'server/operations/']
    const found = sources.filter(file => /\b(?:SELECT|INSERT INTO|UPDATE "|DELETE FROM)\b|\$queryRaw|\$executeRaw/.test(text(file)))
    expect(found.filter(file => !keepers.some(keeper => file.startsWith(keeper)))).toEqual([])
  })
})

describe('sizes', () => {
  const lines = (file: string): number => text(file).split('\n').length
  const counted = sources.filter(file => !file.startsWith('client/words/') && file !== 'prisma/demo/units.ts')

  it('no file is over 300 lines, no component over 150', () => {
    expect(counted.filter(file => lines(file) > 300)).toEqual([])
    expect(counted.filter(file => file.endsWith('.vue') && lines(file) > 151)).toEqual([])
  })

  it('the median is under 80 lines', () => {
    const sorted = counted.map(lines).sort((a, b) => a - b)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(80)
  })
})

describe('every measure', () => {
  it.each(measureIds)('%s is named, asked, explained, sourced and worked through', (id) => {
    const measure = measureNamed(id)
    for (const names of [measure.names, measure.question, measure.formula]) {
      expect(names.zh).toMatch(han)
      expect(names.en).toMatch(/[a-z]/)
      expect(names.en).not.toMatch(han)
    }
    expect(measure.question.zh.endsWith('？')).toBe(true)
    expect(measure.question.en.endsWith('?')).toBe(true)
    expect(measure.source.length).toBeGreaterThan(2)
    expect(text(`tests/measures/examples/${id}.test.ts`)).toContain(`workedExample('${id}'`)
    expect(text(`server/measures/definitions/${id}.ts`)).toContain(`export const ${id} = defineMeasure(`)
    expect(text('server/measures/definitions/index.ts')).toContain(`  ${id},\n`)
  })

  it('names only clocks, conditions and numbers that its facts have', () => {
    const flows = measureIds.flatMap(id => partsOf(measureNamed(id))).flatMap(part => part.kind === 'balance' ? [...part.entered, ...part.left] : part.kind === 'calendar' ? [] : [part])
    for (const part of flows) {
      const fact = facts[part.fact]
      expect(Object.keys(fact.conditions)).toEqual(expect.arrayContaining(part.when))
      if (part.kind === 'flow')
        expect(Object.keys(fact.clocks)).toContain(part.during)
    }
  })

  it('has no namesake', () => {
    for (const language of ['zh', 'en'] as const)
      expect(new Set(measureIds.map(id => measureNamed(id).names[language])).size).toBe(measureIds.length)
  })

  it('stands in docs/measures.md as it is defined now (npm run docs)', () => expect(text('docs/measures.md')).toBe(measuresDocument()))

  it('has no file without a line in the index', () => {
    const files = readdirSync(path.join(root, 'server/measures/definitions')).map(name => name.replace('.ts', '')).filter(name => name !== 'index')
    expect(files.sort()).toEqual([...measureIds].sort())
  })
})

describe('words', () => {
  const leaves = (table: object): [string, string][] => Object.entries(table).flatMap(([key, value]): [string, string][] => typeof value === 'string' ? [[key, value]] : leaves(value as object).map(([inner, leaf]) => [`${key}.${inner}`, leaf]))

  it('stand in both languages with the same blanks to fill', () => {
    const english = new Map([...leaves(en), ...leaves(enDesks)])
    for (const [key, chinese] of [...leaves(zh), ...leaves(zhDesks)]) {
      const blanks = (sentence: string): string[] => Array.from(sentence.matchAll(/\{(\w+)\}/g), found => found[1] ?? '').sort()
      expect(blanks(english.get(key) ?? ''), key).toEqual(blanks(chinese))
      if (key !== 'theme.language')
        expect(english.get(key), key).not.toMatch(han)
    }
  })

  it('of the overview and all that opens on it come with it', () => {
    const reached = new Set(['client/App.vue', 'client/pages/OverviewPage.vue'])
    for (const file of reached) {
      const next = importsOf(file).filter(one => one.to.startsWith('client/') && !/words\/|routes\.ts|SignInPage/.test(one.to))
      next.forEach(one => reached.add(one.to))
    }
    const known = leaves(zh).map(([key]) => key)
    const missing = [...reached].flatMap(file => Array.from(text(file).matchAll(/\bt\((?:[^'`)]*\? )?['`]([\w.]+)(\$\{)?/g), ([, key = '', more]) => ({ file, key, known: more ? known.some(one => one.startsWith(key)) : known.includes(key) }))).filter(one => !one.known)
    expect(missing).toEqual([])
    expect(reached.size).toBeGreaterThan(60)
  })

  it('of a definition are read from the server alone, for the build cuts them out', () => {
    const client = sources.filter(file => file.startsWith('client/'))
    const read = client.filter(file => /(?:\bmeasure(?:\.value)?|measureNamed\([^)]*\)|measures\[[^\]]*\])\??\.(?:question|formula|source|caution)\b|\{[^}]*\b(?:question|formula|source|caution)\b[^}]*\} = measureNamed/.test(text(file)))
    expect(read).toEqual([])
  })

  it('are asked for by what the small library of words has', () => {
    expect(sources.filter(file => /\{[^}]*\b(?:te|tm|rt|d|n)\b[^}]*\} = useI18n\(/.test(text(file)))).toEqual([])
  })

  it('name every error in both languages with the same blanks', () => {
    for (const [name, { zh: chinese, en: english }] of Object.entries(errorWords)) {
      const blanks = (sentence: string): string[] => Array.from(sentence.matchAll(/\{(\w+)\}/g), found => found[1] ?? '').sort()
      expect(blanks(english), name).toEqual(blanks(chinese))
      expect(chinese, name).toMatch(han)
    }
  })
})
