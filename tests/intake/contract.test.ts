import { expect, it } from 'vitest'
import { centresOf } from '../../server/centres/centre.ts'
import { contractOf, setContact } from '../../server/intake/quality/contract.ts'
import { odcsOf } from '../../server/intake/quality/odcs.ts'
import { targetNames } from '../../server/intake/rows/targetNames.ts'
import { targets } from '../../server/intake/targets/index.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall } from '../support/load.ts'

const database = useDatabase('empty')
const head = 'caseNumber,unit,window,item,receivedAt,acceptedAt,completedAt'
const rowsOf = (prefix: string, count: number): string =>
  [head, ...Array.from({ length: count }, (_, i) => `${prefix}${i},U2,W2,TEN,2012-09-03 09:00,,`)].join('\n')

async function centreWithLoads(code: string, loads: readonly [day: string, rows: number][]) {
  await addCentre(database(), code)
  await loadSmallHall(database(), code)
  for (const [day, count] of loads)
    await load(
      database(),
      { centre: code, target: 'cases', now: new Date(`${day}T02:00:00Z`) },
      rowsOf(`${day}-`, count),
    )
  return centresOf(database()).find(code)
}

it('a contract says how often and how much a source delivers, and whom to call', async () => {
  const centre = await centreWithLoads('contract', [
    ['2012-10-01', 3],
    ['2012-10-08', 5],
    ['2012-10-15', 4],
  ])
  await setContact(database(), centre, { target: 'cases', contact: ' Lin, 0596-1234567 ' })
  expect(await contractOf(database(), centre, 'cases')).toMatchObject({
    everyDays: 7,
    rowsPerLoad: 4,
    loads: 3,
    lastLoad: { day: '2012-10-15', rows: 4 },
    contact: 'Lin, 0596-1234567',
    needs: [['receivedAt', 'acceptedAt']],
  })
  await setContact(database(), centre, { target: 'cases', contact: '' })
  expect((await contractOf(database(), centre, 'cases')).contact).toBeNull()
  await expect(
    setContact(database(), centre, { target: 'cases', contact: 'x'.repeat(201) }),
  ).rejects.toThrow()
})

it('what nobody has delivered is a draft without service levels of its own', async () => {
  const centre = await centreWithLoads('contract-empty', [])
  const contract = await contractOf(database(), centre, 'trades')
  expect(contract).toMatchObject({ everyDays: null, rowsPerLoad: null, lastLoad: null, contact: null })
  expect(odcsOf(contract, centre)).toMatchObject({
    status: 'draft',
    slaProperties: [{ property: 'latency', value: 10, unit: 'd' }],
  })
})

it('leaves as the Open Data Contract Standard writes it, with every field, code and key', async () => {
  const centre = await centreWithLoads('contract-odcs', [['2012-10-01', 2]])
  for (const name of targetNames) {
    const odcs = odcsOf(await contractOf(database(), centre, name), centre) as {
      apiVersion: string
      kind: string
      id: string
      version: string
      status: string
      schema: { name: string; properties: { name: string; logicalType: string; primaryKey?: true }[] }[]
    }
    expect(odcs).toMatchObject({ apiVersion: 'v3.0.2', kind: 'DataContract', version: '1.0.0' })
    expect(odcs.id).toBe(`contract-odcs-${name}`)
    expect(odcs.status).toBe(name === 'cases' ? 'active' : odcs.status)
    const [schema] = odcs.schema
    const fields = targets[name].fields.filter(field => field.onRequest !== true)
    expect(schema?.properties.map(property => property.name)).toEqual(fields.map(field => field.name))
    for (const { logicalType } of schema?.properties ?? [])
      expect(['string', 'date', 'number', 'integer', 'boolean']).toContain(logicalType)
  }
})
