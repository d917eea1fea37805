import type { Source } from './sources.ts'
import ts from 'typescript'

/**
 * What one check found: the places, and how many there may be. A limit above 0 is lowered as the places
 * get fewer.
 */
export interface Check {
  title: string
  most: number
  places: string[]
}

const longestLine = 110
const longestFunction = 50
const longestFile = 300
const longestComponent = 250

/** Texts and lists whose lines are as long as what they hold. */
const dataPlaces = [
  'client/words/',
  'server/common/errorWords.ts',
  'prisma/demo/units.ts',
  'tests/support/unseenHeadings/',
]
const isData = (file: string): boolean => dataPlaces.some(place => file.startsWith(place))
const isProduct = ({ file }: Source): boolean => !/^(?:tests|docs)\//.test(file)

const longLines = (sources: readonly Source[]): string[] =>
  sources
    .filter(({ file }) => !isData(file))
    .flatMap(({ file, lines }) =>
      lines.flatMap((line, index) => (line.length > longestLine ? [`${file}:${index + 1}`] : [])),
    )

/** Functions over 50 lines; blank lines and comments are not counted. */
function longFunctions(sources: readonly Source[]): string[] {
  return sources.filter(isProduct).flatMap(({ file, tree }) => {
    const problems: string[] = []
    const visit = (node: ts.Node): void => {
      if (ts.isFunctionLike(node) && 'body' in node) {
        const lines = node
          .getText(tree)
          .split('\n')
          .filter(line => !/^\s*(?:\/\/|\/?\*|$)/.test(line))
        const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree))
        if (lines.length > longestFunction) problems.push(`${file}:${line + 1} (${lines.length} lines)`)
      }
      ts.forEachChild(node, visit)
    }
    visit(tree)
    return problems
  })
}

const longFiles = (sources: readonly Source[], ending: '.ts' | '.vue', most: number): string[] =>
  sources
    .filter(source => isProduct(source) && !isData(source.file) && source.file.endsWith(ending))
    // What follows the last line break is not a line.
    .filter(({ lines }) => lines.length - 1 > most)
    .map(({ file, lines }) => `${file} (${lines.length - 1} lines)`)

/**
 * Groups of files that import each other in a circle, types included (Tarjan's strongly connected
 * components).
 */
function circles(sources: readonly Source[]): string[] {
  const targets = new Map(sources.map(({ file, imports }) => [file, imports.map(({ to }) => to)]))
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const stack: string[] = []
  const groups: string[][] = []
  const visit = (file: string): void => {
    order.set(file, order.size)
    lowest.set(file, order.get(file) ?? 0)
    stack.push(file)
    for (const to of targets.get(file) ?? []) {
      if (!targets.has(to)) continue
      if (!order.has(to)) visit(to)
      if (stack.includes(to)) lowest.set(file, Math.min(lowest.get(file) ?? 0, lowest.get(to) ?? 0))
    }
    if (lowest.get(file) === order.get(file)) groups.push(stack.splice(stack.indexOf(file)))
  }
  for (const file of targets.keys()) if (!order.has(file)) visit(file)
  return groups.filter(group => group.length > 1).map(group => group.join(' ↔ '))
}

/** Exports that no other file of product, tests or examples imports by name. */
function unusedExports(sources: readonly Source[]): string[] {
  const taken = new Set(
    sources.flatMap(({ imports }) => imports.flatMap(({ to, names }) => names.map(name => `${to}#${name}`))),
  )
  const whole = new Set(
    sources
      .filter(isProduct)
      .flatMap(({ file, imports }) =>
        imports.filter(({ names }) => names.includes('*')).map(({ to }) => [file, to] as const),
      )
      .map(([, to]) => to),
  )
  const all = sources.flatMap(({ tree }) => [...identifiersOf(tree)])
  const uses = new Map<string, number>()
  for (const name of all) uses.set(name, (uses.get(name) ?? 0) + 1)
  return sources.filter(isProduct).flatMap(({ file, exports, tree }) =>
    exports
      .filter(name => !taken.has(`${file}#${name}`))
      // What a file re-exports as a whole is used where its name stands in another file.
      .filter(name => !(whole.has(file) && (uses.get(name) ?? 0) > (identifiersOf(tree).has(name) ? 1 : 0)))
      .map(name => `${file}: ${name}`),
  )
}

/** The names that stand in a file. */
function identifiersOf(tree: ts.SourceFile): Set<string> {
  const names = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return names
}

/** Maps of a whole module that are filled at run time: caches that nothing bounds. */
const moduleMaps = (sources: readonly Source[]): string[] =>
  sources
    .filter(isProduct)
    .flatMap(({ file, lines }) =>
      lines.flatMap((line, index) =>
        /^(?:export )?const \w+ = new (?:Weak)?Map(?:<.*>)?\(\)/.test(line) ? [`${file}:${index + 1}`] : [],
      ),
    )

/** Chinese labels (`names: { zh, en }`) that have more than one English translation. */
function labelsTwice(sources: readonly Source[]): string[] {
  const english = new Map<string, Set<string>>()
  for (const { lines } of sources.filter(isProduct)) {
    for (const [, zh = '', en = ''] of lines
      .join('\n')
      .matchAll(/names: \{\s*zh: '([^']+)',\s*en: '([^']+)',?\s*\}/g))
      english.set(zh, (english.get(zh) ?? new Set()).add(en))
  }
  return [...english].filter(([, all]) => all.size > 1).map(([zh, all]) => `${zh}: ${[...all].join(' / ')}`)
}

/** All checks of the house over some sources. */
export function houseReport(sources: readonly Source[]): Check[] {
  return [
    { title: `lines over ${longestLine} columns`, most: 0, places: longLines(sources) },
    { title: `functions over ${longestFunction} lines`, most: 0, places: longFunctions(sources) },
    {
      title: `components over ${longestComponent} lines`,
      most: 0,
      places: longFiles(sources, '.vue', longestComponent),
    },
    { title: `files over ${longestFile} lines`, most: 0, places: longFiles(sources, '.ts', longestFile) },
    { title: 'circles of imports', most: 0, places: circles(sources.filter(isProduct)) },
    { title: 'exports that nobody imports', most: 0, places: unusedExports(sources) },
    { title: 'caches made from a Map', most: 23, places: moduleMaps(sources) },
    { title: 'labels with two translations', most: 0, places: labelsTwice(sources) },
  ]
}
