import type { Manifest, ManifestChunk } from 'vite'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { clientFolder, ensureClient } from '../../server/clientBuild.ts'

/**
 * What a phone fetches until the first chart of the overview is drawn: scripts and styles, compressed
 * with gzip.
 */
const budget = 300 * 1024
const firstScreen = ['index.html', 'overview/OverviewPage.vue', 'EChart']
/** The same without the chart library: a phone folds its charts, and fetches it in an idle moment. */
const budgetOfPhone = 142 * 1024

let manifest: Manifest
beforeAll(async () => {
  await ensureClient()
  manifest = JSON.parse(readFileSync(path.join(clientFolder, '.vite/manifest.json'), 'utf8')) as Manifest
})

/** A chunk by its source file, or by its name where several sources share it. */
function chunkOf(source: string): ManifestChunk {
  const chunk =
    manifest[source] ??
    Object.values(manifest).find(({ name, file }) => name === source && file.endsWith('.js'))
  if (!chunk) throw new Error(`${source} is no chunk of the build`)
  return chunk
}

/** Scripts and styles of some sources and of everything they import statically. */
function filesOf(sources: readonly string[]): Set<string> {
  const files = new Set<string>()
  const visited = new Set(sources)
  for (const source of visited) {
    const chunk = chunkOf(source)
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
    for (const imported of chunk.imports ?? []) visited.add(imported)
  }
  return files
}
const gzipSize = (file: string): number =>
  gzipSync(readFileSync(path.join(clientFolder, file)), { level: 9 }).length
const total = (files: Set<string>): number => [...files].reduce((sum, file) => sum + gzipSize(file), 0)

describe('the built client', () => {
  it(`brings its first screen with its first chart in ${budget / 1024} KB`, () => {
    expect(total(filesOf(firstScreen))).toBeLessThan(budget)
  })

  it(`brings the sentence, what needs action and the figures in ${budgetOfPhone / 1024} KB`, () => {
    expect(total(filesOf(firstScreen.slice(0, 2)))).toBeLessThan(budgetOfPhone)
  })

  it('keeps every other page, the editor and the form of an import out of it', () => {
    const first = filesOf(firstScreen)
    for (const page of [
      'briefing/BriefingPage.vue',
      'intake/ImportPage.vue',
      'trading/TradingPage.vue',
      'words/zhPages.ts',
    ])
      expect(first, page).not.toContain(chunkOf(page).file)
    expect(Object.keys(manifest).filter(source => source.includes('gallery/'))).toEqual([])
  })

  it('offers each large file compressed beforehand', () => {
    for (const file of filesOf(firstScreen)) {
      const plain = readFileSync(path.join(clientFolder, file))
      if (plain.length < 1000) continue
      expect(readFileSync(path.join(clientFolder, `${file}.gz`)).length, file).toBeLessThan(plain.length)
    }
  })
})
