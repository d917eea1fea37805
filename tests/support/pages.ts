import type { Browser, BrowserContext, Page, Response } from 'playwright-core'
import type { RoleName } from '../../server/access/roles.ts'
import type { Config } from '../../server/config.ts'
import type { Product } from '../../server/product.ts'
import type { Database } from '../../server/storage/database.ts'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { clientFolder, ensureClient } from '../../server/clientBuild.ts'
import { startProduct } from '../../server/product.ts'
import { testConfig } from './access.ts'
import { openBrowser } from './browser.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A running product, and a browser page for each test. */
export interface Pages {
  readonly product: Product
  readonly page: Page
  /**
   * Warnings, errors and foreign requests of the page. A test that provokes some must remove them; any that
   * are left fail it.
   */
  readonly noise: string[]
  readonly folder: string
}

/** Records the replies with which the product refused something, because the console does not show them. */
async function keepRefusal(response: Response, refusals: string[]): Promise<void> {
  if (response.status() < 400) return
  // A page that was left has no body to read.
  const said = await response.text().catch(() => '')
  refusals.push(`${response.status()} ${response.url().slice(0, 200)}: ${said.slice(0, 500)}`)
}

/**
 * Starts the product on a database, and opens a page before each test, signed in as a demo role; `config`
 * replaces settings of the environment. After each test there must be no warnings or errors.
 */
export function usePages(
  database: () => Database,
  now: Date,
  as: RoleName | null | { role: RoleName; config: Partial<Config> } = 'clerk',
): Pages {
  const { role, config } = as !== null && typeof as === 'object' ? as : { role: as, config: {} }
  let browser: Browser | undefined
  let context: BrowserContext
  const refusals: string[] = []
  const pages = { noise: [] as string[] } as { product: Product; page: Page; noise: string[]; folder: string }
  beforeAll(async () => {
    await ensureClient()
    pages.folder = await mkdtemp(path.join(tmpdir(), 'brightwindow-e2e-'))
    pages.product = await startProduct(
      testConfig(pages.folder, { databaseUrl: database().url, clock: () => now, ...config }),
      { clientFolder, say: () => undefined },
    )
    browser = await openBrowser()
  })
  beforeEach(async () => {
    context = await browser!.newContext({
      viewport: { width: 1440, height: 900 },
      timezoneId: 'Asia/Kathmandu',
    })
    if (role !== null) await signInOn(context, pages.product.address, role)
    const page = await context.newPage()
    pages.page = page
    pages.noise = []
    refusals.length = 0
    page.on(
      'console',
      message => ['error', 'warning'].includes(message.type()) && pages.noise.push(message.text()),
    )
    page.on('pageerror', error => pages.noise.push(error.stack ?? error.message))
    page.on('response', response => void keepRefusal(response, refusals))
    page.on(
      'request',
      request =>
        !request.url().startsWith(pages.product.address) &&
        !/^(?:data|blob):/.test(request.url()) &&
        pages.noise.push(`foreign request ${request.url()}`),
    )
  })
  afterEach(async ({ task }) => {
    await context.close()
    // A failed test keeps its own error, which decides whether it is retried.
    if (task.result?.state === 'fail')
      process.stderr.write(`${task.name}: the page said\n${[...pages.noise, ...refusals].join('\n')}\n`)
    else expect(pages.noise, refusals.join('\n')).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await pages.product?.stop()
    await rm(pages.folder, { recursive: true, force: true })
  })
  return pages
}

/** Signs a browser in as a demo role. */
export async function signInOn(context: BrowserContext, address: string, role: RoleName): Promise<void> {
  const reply = await context.request.post(`${address}/auth/sign-in/demo`, { data: { role } })
  expect(reply.status(), await reply.text()).toBe(200)
}

/** Sets language and theme before a page is opened. */
export async function choose(page: Page, language: string, theme: string): Promise<void> {
  await page.addInitScript(
    ([chosen, look]) => {
      localStorage.setItem('language', chosen ?? '')
      localStorage.setItem('theme', look ?? '')
    },
    [language, theme],
  )
}

/**
 * Waits for two frames. A browser reports a new focus in the next frame, so that keys pressed faster than by
 * hand would reach the earlier element.
 */
export async function nextFrames(page: Page): Promise<void> {
  await page.evaluate(
    async () =>
      new Promise<void>(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  )
}

/** Waits for animations to end, because contrast is checked with the final colours. */
async function arrived(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(
        animation =>
          animation.playState === 'running' && animation.effect?.getComputedTiming().endTime !== Infinity,
      )
    await Promise.allSettled(ending.map(async animation => animation.finished))
  })
}

/** The violations that axe finds on the page. */
export async function violations(page: Page): Promise<string[]> {
  await arrived(page)
  // Evaluated instead of added as a script, which the page's content security policy refuses.
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> }
    }
    return (await axe.run()).violations.map(
      violation => `${violation.id} ${JSON.stringify(violation.nodes.slice(0, 3).map(node => node.target))}`,
    )
  })
}

/** Opens the sheet with comparison and filters. */
export async function openFilters(page: Page): Promise<void> {
  const opener = page.locator('[data-filters]')
  if ((await opener.getAttribute('aria-expanded')) === 'false') await opener.click()
  await page.locator('[data-filter="compare"]').waitFor()
}
