// The on-time rate of each unit, from another system:
// BW_ADDRESS=http://127.0.0.1:4600 BW_TOKEN=bwp_… npx tsx docs/examples/ask.ts pinghe
// 2012-08-08..2012-12-31
import process from 'node:process'
import { brightWindow } from '../../server/api/client.ts'

const { BW_ADDRESS: address = 'http://127.0.0.1:4600', BW_TOKEN: token = '' } = process.env
const [centre = 'pinghe', period = 'lastMonth'] = process.argv.slice(2)

const { current, members } = await brightWindow({ address, token }).ask({
  measures: ['onTimeRate'],
  centres: [centre],
  period,
  groupBy: ['unit'],
})
const nameOf = (code: string | undefined): string =>
  members[0]?.find(member => member.code === code)?.zh ?? '未填'
for (const { members: [unit], values } of current.totals) {
  const { text, numerator, n } = values.onTimeRate ?? {}
  process.stdout.write(`${nameOf(unit)}\t${text}\t${numerator}/${n}\n`)
}
