import type { Page } from 'playwright-core'
import { nextFrames } from './pages.ts'

/** The focused element: tag, id and text. */
export async function cursorOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement
    const label = focused?.closest('label')?.firstChild?.textContent ?? focused?.getAttribute('aria-label')
    return `${focused?.tagName} ${focused?.id} ${(label ?? focused?.textContent ?? '').trim()}`
  })
}

/** Presses Tab until a wanted element has the focus. */
export async function tabTo(
  page: Page,
  wanted: RegExp,
  { key = 'Tab', most = 80 }: { key?: 'Tab' | 'Shift+Tab'; most?: number } = {},
): Promise<void> {
  const passed: string[] = []
  for (let steps = 0; steps < most; steps++) {
    const at = await cursorOf(page)
    if (wanted.test(at)) return
    passed.push(at)
    await page.keyboard.press(key)
    await nextFrames(page)
  }
  throw new Error(`no ${wanted} among ${passed.join(' | ')}`)
}
