import type { Browser } from 'playwright-core'
import process from 'node:process'
import { chromium as playwright } from 'playwright-core'

/** A real Chromium out of an npm package, with the libraries it needs, so that nothing has to be installed. */
export async function openBrowser(): Promise<Browser> {
  // The package unpacks its own copies of system libraries only where it believes itself on a bare cloud machine.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  packaged.setGraphicsMode = false
  const executablePath = await packaged.executablePath()
  return playwright.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-zygote', '--disable-background-networking', '--disable-component-update'] })
}
