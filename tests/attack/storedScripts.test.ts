import type { BrowserContext, Page } from 'playwright-core'
import type { RoleName } from '../../server/access/roles.ts'
import type { BriefingDocument } from '../../server/briefing/document.ts'
import type { TargetName } from '../../server/intake/rows/targetNames.ts'
import { Buffer } from 'node:buffer'
import { beforeAll, expect, it } from 'vitest'
import { pageAddresses, pageSettings } from '../../client/pages.ts'
import { roleTable } from '../../server/access/roles.ts'
import { usualPaper } from '../../server/briefing/paper/settings.ts'
import { createCaller } from '../../server/router.ts'
import { testContext, viewerIn } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { temporaryFile } from '../support/files.ts'
import { addCentre, load, loadSmallHall } from '../support/load.ts'
import { signInOn, usePages } from '../support/pages.ts'

// Every text that somebody may give to the product is one that would act if a page took it for markup:
// names in files, what is typed in forms, names of files themselves. Then every page is opened.

const database = useDatabase('empty')
const now = new Date('2012-10-15T04:00:00Z')
const pages = usePages(database, now, null)

/** Would leave a mark in the document, call an address, open a dialog, or be worked out by a template. */
const acts = (where: string): string =>
  `${where}"'><hit-mark></hit-mark><img src=/hit onerror=alert(1)><script>alert(1)</script>` +
  '<svg/onload=alert(1)>{{alert(1)}}'
const short = (where: string): string => `${where}<hit-mark>"'\${alert(1)}`
const leads = 'javascript:alert(1)'
const cell = (text: string | number): string => `"${String(text).replaceAll('"', '""')}"`

const put = async (target: TargetName, rows: Record<string, string | number>[]) =>
  load(
    database(),
    { centre: 'hall', target },
    [Object.keys(rows[0] ?? {}), ...rows.map(row => Object.values(row).map(cell))]
      .map(cells => cells.join(','))
      .join('\n'),
  )

const from = { validFrom: '2012-01-01' }
const day = '2012-09-04'

/** The files of a centre, with a text that acts wherever a file may give text. */
async function loadFiles(): Promise<void> {
  await put('units', [{ code: 'U1', name: acts('unit'), nameEn: acts('unit'), ...from }])
  await put('windows', [
    { code: 'W1', name: acts('window'), nameEn: acts('window'), unit: 'U1', phone: leads, ...from },
    {
      code: short('code'),
      name: acts('window2'),
      nameEn: acts('window2'),
      unit: 'U1',
      phone: leads,
      ...from,
    },
  ])
  const item = { unit: 'U1', window: 'W1', type: 'committed', committedLimit: 6, statutoryLimit: 10 }
  const itemNames = { name: acts('item'), nameEn: acts('item'), documents: acts('paper') }
  await put(
    'items',
    ['NOW', short('item')].map(code => ({ item: code, ...itemNames, ...item, ...from })),
  )
  await put('staff', [{ code: short('staff'), name: acts('staff'), unit: 'U1', window: 'W1', ...from }])
  await put(
    'cases',
    [3, 4, 5, 6].map(of => ({
      caseNumber: short(`case${of}`),
      item: 'NOW',
      window: of > 4 ? short('code') : 'W1',
      jointGroup: short('joint'),
      applicant: acts('applicant'),
      receivedAt: `2012-09-0${of} 09:00`,
      acceptedAt: `2012-09-0${of} 09:00`,
      completedAt: of === 6 ? '' : `2012-09-2${of} 09:00`,
    })),
  )
  await put(
    'feedback',
    ['banner', 'letter', 'complaint', 'review', 'hotline'].map(kind => ({
      feedbackCode: short(kind),
      kind,
      window: 'W1',
      givenDay: day,
      giver: acts('giver'),
      summary: acts('summary'),
      replyText: acts('reply'),
      level: kind === 'review' ? 1 : '',
    })),
  )
  const trade = { category: 'works', method: 'openTender', priceForm: 'amount', base: 100, award: 90 }
  await put('trades', [
    {
      tradeCode: short('trade'),
      name: acts('trade'),
      ...trade,
      bidders: 3,
      outcome: 'concluded',
      announcedDay: '2012-09-03',
      concludedDay: day,
      buyer: acts('buyer'),
      agent: acts('agent'),
      winner: acts('winner'),
    },
  ])
  const tradeCode = short('trade')
  await put('bids', [{ tradeCode, bidder: acts('bidder'), day, reason: acts('reason') }])
  await put('objections', [
    {
      objectionCode: short('o'),
      kind: 'complaint',
      day,
      tradeCode,
      raisedBy: acts('raised'),
      summary: acts('o'),
    },
  ])
  await put('regulations', [{ code: short('rule'), name: acts('rule'), area: 'hall', ...from }])
  await put('claims', [
    {
      code: short('claim'),
      measure: 'casesReceived',
      sentence: acts('claim'),
      sentenceEn: acts('claim'),
      valueMilli: 4000,
      source: acts('source'),
      statedOn: day,
      ...from,
      validTo: '2012-12-31',
    },
  ])
  await put('attendance', [{ staff: short('staff'), day, attended: 0, reason: acts('away') }])
  await put('postChecks', [
    {
      checkCode: short('check'),
      window: 'W1',
      checkedAt: `${day} 09:10`,
      found: 'nobody',
      note: acts('check'),
    },
  ])
  await put('exams', [{ paper: short('paper'), staff: short('staff'), day, score: 40 }])
  await put('serviceEvents', [
    {
      eventCode: short('event'),
      kind: 'townshipVisit',
      window: 'W1',
      day,
      township: acts('town'),
      summary: acts('event'),
    },
  ])
  await put('meetings', [{ meetingCode: short('meet'), kind: 'weekly', day, summary: acts('meeting') }])
  await put('dailyReports', [{ window: 'W1', day, received: 1, completed: 1, note: acts('report') }])
}

const callerAs = async (role: RoleName) =>
  createCaller(await testContext(database(), viewerIn(role), { clock: () => now }))

/** What is typed on pages: notes, views, drafts, comments, reasons, accounts and systems. */
async function typeTexts(): Promise<{ briefing: number; token: string }> {
  const [clerk, leader, administrator] = await Promise.all(
    (['clerk', 'leader', 'administrator'] as const).map(callerAs),
  )
  const centre = 'hall'
  await clerk!.notes.add({ centre, day, window: 'W1', text: acts('note') })
  await clerk!.views.save({ centre, name: short('view'), link: '/?period=2012-09' })
  const cases = { centre, fact: 'cases', from: '2012-09-10', to: '2012-09-11' } as const
  await clerk!.days.declare({ ...cases, known: false, reason: acts('gap') })
  await clerk!.quality.setContact({ centre, target: 'cases', contact: short('contact') })
  await clerk!.intake.saveMapping({
    centre,
    name: 'map',
    mapping: { target: 'cases', columns: {} },
    headers: [short('heading')],
  })
  await clerk!.entries.save({
    centre,
    target: 'meetings',
    values: { meetingCode: short('typed'), kind: 'weekly', day, summary: acts('typed') },
  })
  await clerk!.briefings.setPaper({
    centre,
    settings: { ...usualPaper, masthead: short('mast'), unit: short('unit'), contact: short('phone') },
  })
  const begun = await clerk!.briefings.begin({
    centre,
    template: 'month',
    period: '2012-09',
    comparison: 'none',
    language: 'zh',
  })
  const { document, revision } = (await clerk!.briefings.show({ centre, id: begun.id })) as unknown as {
    document: BriefingDocument
    revision: number
  }
  const blocks = [
    ...document.blocks,
    { kind: 'heading' as const, level: 1 as const, text: acts('heading') },
    {
      kind: 'paragraph' as const,
      inlines: [acts('paragraph'), { text: acts('strong'), strong: true as const }],
    },
    { kind: 'textTable' as const, caption: acts('caption'), rows: [[acts('cell')]] },
  ]
  await clerk!.briefings.save({
    centre,
    id: begun.id,
    revision,
    document: { ...document, title: acts('title'), subtitle: acts('subtitle'), blocks },
  })
  const shown = (await clerk!.briefings.show({ centre, id: begun.id })) as unknown as {
    document: { blocks: { id?: string }[] }
  }
  const blockId = shown.document.blocks.find(({ id }) => id !== undefined)?.id ?? 'x'
  await leader!.remarks.comment({ centre, id: begun.id, blockId, text: acts('comment') })
  const rows = { centres: [centre], units: 'all' as const, windows: 'all' as const }
  const { token } = await administrator!.accounts.add({
    name: 'zhang',
    shownName: short('person'),
    roles: ['clerk'],
    rows,
  })
  await administrator!.audit.export({ text: short('searched') })
  return { briefing: begun.id, token }
}

let briefing = 0
let token = ''
let batch = 0

beforeAll(async () => {
  await addCentre(database(), 'hall')
  await database().prisma.centre.updateMany({ data: { name: acts('centre'), nameEn: acts('centre') } })
  await loadSmallHall(database(), 'hall')
  await loadFiles()
  const refused = await put('cases', [
    { caseNumber: short('bad'), item: acts('no such item'), receivedAt: 'x' },
  ])
  batch = refused.batchId ?? 0
  ;({ briefing, token } = await typeTexts())
}, 240_000)

/** The first role that may open a page. */
const roleFor = (permission: string | undefined): RoleName =>
  (['clerk', 'leader', 'inspection', 'administrator'] as const).find(
    role => permission === undefined || (roleTable[role].may as readonly string[]).includes(permission),
  ) ?? 'administrator'

const filled = (address: string): string =>
  address
    .replace('/windows/:code(.+)', `/windows/${encodeURIComponent(short('code'))}`)
    .replace('/trading/:code(.+)', `/trading/${encodeURIComponent(short('trade'))}`)
    .replace('/notices/:code(.+)', `/notices/${encodeURIComponent(short('item'))}`)
    .replace(':id(\\d+)', String(briefing))
    .replace(':batch(\\d+)', String(batch))
    // An address without a page.
    .replace(':rest(.*)*', encodeURIComponent('<hit-mark>'))

/** Notes what acted in a page: a dialog, a refused script, an address that was called. */
async function watch(context: BrowserContext, page: Page, acted: string[]): Promise<void> {
  page.on('dialog', dialog => {
    acted.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on(
    'response',
    response =>
      response.status() >= 400 && acted.push(`${response.status()} ${decodeURIComponent(response.url())}`),
  )
  page.on('request', request => /\/hit$/.test(request.url()) && acted.push(`asked for ${request.url()}`))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', event =>
      console.error(`policy ${event.violatedDirective} ${event.blockedURI}`),
    )
  })
}

/** What stands in a document and should be text; and how often the text is there as text. */
async function marksIn(page: Page): Promise<{ marks: string[]; texts: number }> {
  return page.evaluate(() => {
    const elements = document.querySelectorAll(
      'hit-mark, img[src$="/hit"], [onerror], [onload], a[href^="javascript:" i], iframe, object, embed',
    )
    const scripts = [...document.scripts].filter(({ textContent }) => textContent.includes('alert'))
    const shown = `${document.body.textContent} ${Array.from(
      document.querySelectorAll('input, textarea'),
      element => (element as HTMLInputElement).value,
    ).join(' ')}`
    return {
      marks: [...elements, ...scripts].map(({ outerHTML }) => outerHTML.slice(0, 200)),
      texts: shown.split('<hit-mark>').length - 1,
    }
  })
}

function permissionOf(name: string): string | undefined {
  const page = pageSettings(name)
  return page?.permission ?? (page?.parent === undefined ? undefined : permissionOf(page.parent))
}

const roles = [...new Set(pageAddresses.map(({ name }) => roleFor(permissionOf(name))))]

/** Pages that show no text of anybody. */
const silent = new Set(['measures', 'invitation', 'import', 'server', 'missing'])

it.each(roles)('no page that a %s opens takes a text for markup', { timeout: 480_000 }, async role => {
  const { page, product } = pages
  const acted: string[] = []
  const context = page.context()
  await watch(context, page, acted)
  await signInOn(context, product.address, role)
  const mine = pageAddresses.filter(({ name }) => roleFor(permissionOf(name)) === role)
  expect(mine.length).toBeGreaterThan(0)
  for (const { name, path } of mine)
    for (const media of ['screen', 'print'] as const) {
      await page.emulateMedia({ media })
      if (media === 'screen')
        await page.goto(`${product.address}${filled(path)}?centre=hall&period=2012-09&compare=none#${token}`)
      await page.waitForLoadState('networkidle')
      const { marks, texts } = await marksIn(page)
      expect({ name, marks, acted }).toEqual({ name, marks: [], acted: [] })
      if (!silent.has(name)) expect(texts, `${name} shows what was typed`).toBeGreaterThan(0)
    }
})

it(
  'records behind a figure, and files that are looked at, are shown as text',
  { timeout: 240_000 },
  async () => {
    const { page, product } = pages
    const acted: string[] = []
    await watch(page.context(), page, acted)
    await signInOn(page.context(), product.address, 'clerk')
    await page.goto(`${product.address}/?centre=hall&period=2012-09&compare=none`)
    await page.locator('article[data-measure="onTimeRate"] .figure').click()
    await page.getByRole('dialog').locator('tbody tr').first().waitFor()
    const rows = await marksIn(page)
    expect([rows.marks, rows.texts > 5]).toEqual([[], true])
    await page.goto(`${product.address}/data/import?centre=hall`)
    const headings = ['办件编号', acts('heading'), '收件时间'].map(cell).join(',')
    const values = [short('new'), acts('value'), '2012-09-07 09:00'].map(cell).join(',')
    await page.setInputFiles(
      'input[accept*=".xlsx"]',
      temporaryFile('x<hit-mark>&{{alert(1)}}.csv', Buffer.from(`${headings}\n${values}\n`)),
    )
    await page.getByText('heading"').first().waitFor()
    const looked = await marksIn(page)
    expect([looked.marks, looked.texts > 0, acted]).toEqual([[], true, []])
  },
)

it('a link that a view holds leads nowhere outside the product', async () => {
  const clerk = await callerAs('clerk')
  for (const link of [
    leads,
    '//evil.example/',
    'https://evil.example/',
    '/\\evil.example',
    ' /',
    'data:text/html,x',
  ])
    await expect(clerk.views.save({ centre: 'hall', name: 'x', link }), link).rejects.toThrow()
})
