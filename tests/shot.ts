import { chromium } from 'playwright-core'
const base = 'http://127.0.0.1:4700'
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
const [path = '/', name = 'x'] = process.argv.slice(2)
for (const [label, width, height, language, theme] of [['d', 1440, 900, 'zh', 'light'], ['m', 390, 844, 'en', 'light'], ['p', 1920, 1080, 'zh', 'dark']] as const) {
  const context = await browser.newContext({ viewport: { width, height } })
  await context.request.post(`${base}/auth/sign-in/demo`, { data: { role: 'leader' } })
  const page = await context.newPage()
  page.on('console', m => ['error', 'warning'].includes(m.type()) && console.log('CONSOLE', m.text()))
  await page.addInitScript(([l, t]) => { localStorage.setItem('language', l!); localStorage.setItem('theme', t!) }, [language, theme])
  await page.goto(base + path)
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(1200)
  for (const click of process.argv.slice(4)) { await page.locator(click).first().click(); await page.waitForTimeout(800) }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (wide > 0) console.log(label, 'wider than screen by', wide)
  await page.screenshot({ path: `/tmp/${name}-${label}.png`, fullPage: true })
  await context.close()
}
await browser.close()
