import process from 'node:process'
import { clientFolder, ensureClient } from '../../server/clientBuild.ts'
import { readConfig } from '../../server/config.ts'
import { startProduct } from '../../server/product.ts'

// The product as `npm start` runs it, on a clock that goes on from BW_NOW and jumps when it is told to:
// each line on the standard input is by how many seconds.
let offset = new Date(process.env.BW_NOW ?? '').getTime() - Date.now()
const RealDate = Date
class JumpingDate extends RealDate {
  constructor(...given: [] | [number | string | Date]) {
    super(given.length === 0 ? RealDate.now() + offset : given[0])
  }

  static override now(): number {
    return RealDate.now() + offset
  }
}
globalThis.Date = new Proxy(JumpingDate, {
  construct: (Jumping, given: unknown[]) =>
    given.length > 1 ? (Reflect.construct(RealDate, given) as Date) : new Jumping(...(given as [])),
}) as DateConstructor

await ensureClient()
const product = await startProduct(
  { ...readConfig(process.env), clock: () => new Date() },
  { clientFolder, say: () => undefined },
)
process.stdin.on('data', chunk => {
  for (const line of String(chunk).split('\n')) offset += Number(line || 0) * 1000
})
process.once('SIGTERM', () => {
  product.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  )
})
