import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Product } from '../../server/product.ts'
import type { Database } from '../../server/storage/database.ts'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { clientFolder, ensureClient } from '../../server/clientBuild.ts'
import { defaultLimits } from '../../server/intake/read/limits.ts'
import { startProduct } from '../../server/product.ts'
import { openBrowser } from './browser.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A running product and a page of a real browser on it, fresh for each test. */
export interface Pages {
  readonly product: Product
  readonly page: Page
  /** Warnings, errors and foreign requests of the page; a test that provokes some takes them out, any left over fail it. */
  readonly noise: string[]
  readonly folder: string
}

/** Starts the product on a database, and opens a page before each test. After each, the page must have been quiet. */
export function usePages(database: () => Database, now: Date): Pages {
  let browser: Browser | undefined
  let context: BrowserContext
  const pages = { noise: [] as string[] } as { product: Product, page: Page, noise: string[], folder: string }
  beforeAll(async () => {
    await ensureClient()
    pages.folder = await mkdtemp(path.join(tmpdir(), 'brightwindow-e2e-'))
    pages.product = await startProduct({ host: '127.0.0.1', port: 0, databaseUrl: database().url, dataFolder: pages.folder, clock: () => now, limits: defaultLimits }, { clientFolder, say: () => undefined })
    browser = await openBrowser()
  })
  beforeEach(async () => {
    context = await browser!.newContext({ viewport: { width: 1440, height: 900 }, timezoneId: 'Asia/Kathmandu' })
    const page = await context.newPage()
    pages.page = page
    pages.noise = []
    page.on('console', message => ['error', 'warning'].includes(message.type()) && pages.noise.push(message.text()))
    page.on('pageerror', error => pages.noise.push(error.message))
    page.on('request', request => !request.url().startsWith(pages.product.address) && !request.url().startsWith('data:') && pages.noise.push(`foreign request ${request.url()}`))
  })
  afterEach(async () => {
    await context.close()
    expect(pages.noise).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await pages.product?.stop()
    await rm(pages.folder, { recursive: true, force: true })
  })
  return pages
}

/** Chooses language and theme before a page is opened. */
export async function choose(page: Page, language: string, theme: string): Promise<void> {
  await page.addInitScript(([chosen, look]) => {
    localStorage.setItem('language', chosen ?? '')
    localStorage.setItem('theme', look ?? '')
  }, [language, theme])
}

/** What axe finds wrong with the page as it stands. */
export async function violations(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: the page's own policy rightly refuses that.
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: () => Promise<{ violations: { id: string, nodes: { target: unknown }[] }[] }> } }
    return (await axe.run()).violations.map(one => `${one.id} ${JSON.stringify(one.nodes.slice(0, 3).map(node => node.target))}`)
  })
}
