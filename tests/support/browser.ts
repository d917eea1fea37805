import type { Browser } from 'playwright-core'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { chromium as playwright } from 'playwright-core'
import { withFolderLock } from '../../server/storage/folderLock.ts'

/** Starts Chromium from an npm package that includes its libraries, so that nothing has to be installed. */
export async function openBrowser(): Promise<Browser> {
  // The package unpacks its own system libraries only where it detects a serverless machine.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  packaged.setGraphicsMode = false
  // Two workers must not unpack at the same time, because a program that is still being written cannot be
  // started.
  const executablePath = await withFolderLock(path.join(tmpdir(), 'brightwindow-chromium.lock'), async () =>
    packaged.executablePath(),
  )
  return playwright.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-zygote',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  })
}
