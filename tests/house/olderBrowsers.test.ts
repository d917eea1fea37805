import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readSources } from './sources.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What Chromium 109, the oldest browser that must run the product, does not have. */
const newerScript = [
  /\b(?:Object|Map)\.groupBy\b/,
  /\bPromise\.(?:withResolvers|try)\b/,
  /\b(?:Array\.fromAsync|URL\.(?:canParse|parse)|AbortSignal\.any|RegExp\.escape|Iterator\.from)\b/,
  /\.(?:toWellFormed|isWellFormed|symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom)\(/,
  /\.(?:values|keys|entries)\(\)\s*\.(?:map|filter|some|every|find|reduce|flatMap|toArray)\(/,
  /\b(?:startViewTransition|showPopover|setHTMLUnsafe|DurationFormat)\b/,
  /\bpopovertarget=/i,
  /\/[dgimsuy]*v[dgimsuy]*\.(?:test|exec)\(/,
]
const newerStyle = [
  /\b(?:color-mix|light-dark|oklch|oklab|linear|round|mod|rem)\(/,
  /@(?:starting-style|scope|position-try|view-transition)\b/,
  /\b(?:field-sizing|interpolate-size|anchor-name|position-anchor)\s*:/,
  /\bsubgrid\b|:dir\(|:popover-open/,
  // A rule within a rule.
  /^\s*&/m,
]

/** The files of the client, and those of the server that come to the browser with them. */
function filesOfBrowser(): string[] {
  const sources = new Map(readSources().map(source => [source.file, source]))
  const reached = new Set([...sources.keys()].filter(file => file.startsWith('client/')))
  for (const file of reached)
    sources
      .get(file)
      ?.imports.filter(({ to }) => sources.has(to))
      // Of the rest of the server, the client takes types alone.
      .filter(
        ({ to }) => !file.startsWith('client/') || !to.startsWith('server/') || to.includes('/measures/'),
      )
      .forEach(({ to }) => reached.add(to))
  return [...reached]
}

const styleSheets = readdirSync(path.join(root, 'client'), { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.css'))
  .map(file => path.posix.join('client', file))

/** A style sheet, or the styles of a component, without comments. */
function stylesOf(file: string, text: string): string {
  const styles = file.endsWith('.css')
    ? text
    : Array.from(text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g), match => match[1] ?? '').join('\n')
  return styles.replaceAll(/\/\*[\s\S]*?\*\//g, '')
}

describe('what comes to the browser', () => {
  const files = filesOfBrowser()
  const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8')

  it('calls nothing that Chromium 109 lacks', () => {
    expect(files.length).toBeGreaterThan(400)
    const uses = files.flatMap(file =>
      newerScript.filter(newer => newer.test(textOf(file))).map(newer => `${file}: ${newer.source}`),
    )
    expect(uses).toEqual([])
  })

  it('is styled by nothing that Chromium 109 does not understand', () => {
    expect(styleSheets.length).toBeGreaterThan(2)
    const uses = [...styleSheets, ...files.filter(file => file.endsWith('.vue'))].flatMap(file =>
      newerStyle
        .filter(newer => newer.test(stylesOf(file, textOf(file))))
        .map(newer => `${file}: ${newer.source}`),
    )
    expect(uses).toEqual([])
  })
})
