import process from 'node:process'
import { clientFolder, ensureClient, serveSources } from './clientBuild.ts'
import { isNamedError, NamedError } from './common/errors.ts'
import { errorSentence } from './common/errorWords.ts'
import { readConfig } from './config.ts'
import { startProduct } from './product.ts'
import { isDiskFull } from './storage/failures.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

function complain(error: unknown): void {
  if (isNamedError(error))
    process.stderr.write(
      `${errorSentence(error.name, error.details, 'zh')}\n` +
        `${errorSentence(error.name, error.details, 'en')}\n`,
    )
  else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
}

async function main(): Promise<void> {
  const dev = process.argv.includes('--dev')
  if (!dev) await ensureClient()
  const product = await startProduct(readConfig(process.env), {
    clientFolder: dev ? null : clientFolder,
    say,
  })
  const stop = (): void => {
    // A second signal does not wait.
    process.once('SIGINT', () => process.exit(1))
    product.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        complain(error)
        process.exit(1)
      },
    )
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  say(`亮窗 Bright Window: ${dev ? await serveSources(product.address) : product.address}`)
}

main().catch((failure: unknown) => {
  const error = isDiskFull(failure) ? new NamedError('disk-full', {}, failure) : failure
  complain(error)
  process.exit(isNamedError(error) && error.name.startsWith('database') ? 3 : 1)
})
