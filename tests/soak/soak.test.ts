import type { Product } from '../../server/product.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { expect, it } from 'vitest'
import { addSystem } from '../../server/access/systems.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { undoBatch } from '../../server/intake/batch/undoBatch.ts'
import { startProduct } from '../../server/product.ts'
import { testConfig } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { launchNow } from '../support/launchNow.ts'
import { growth, soak } from './soaking.ts'

const database = useDatabase('launch')
const now = new Date(launchNow)

it('a few seconds of the soak: viewers, pushes and undone batches without an error', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'brightwindow-soak-'))
  let product: Product | undefined
  try {
    product = await startProduct(testConfig(folder, { databaseUrl: database().url, clock: () => now }), {
      clientFolder: null,
      say: () => undefined,
    })
    const token = await addSystem(database(), await centresOf(database()).find('pinghe'), {
      name: 'soak',
      may: ['ask', 'push'],
      targets: ['cases'],
      days: 1,
      createdBy: 'soak',
      now,
    })
    const soaked = await soak({
      address: product.address,
      token,
      centre: 'pinghe',
      item: 'PH-FG-01',
      month: '2012-12',
      questions: [
        {
          measures: ['casesReceived', 'onTimeRate'],
          centres: ['pinghe'],
          period: '2012-10',
          groupBy: ['window'],
        },
      ],
      viewers: 5,
      seconds: 5,
      lookSeconds: 0.2,
      pushSeconds: 0.1,
      memory: () => process.memoryUsage.rss() / (1 << 20),
      undo: async batch => undoBatch(database(), batch, { now, byUser: 'soak' }),
    })
    expect(soaked.errors).toEqual([])
    expect(soaked.pages).toBeGreaterThan(10)
    expect(soaked.undone).toBeGreaterThan(0)
    expect(soaked.memory.length).toBeGreaterThan(3)
  } finally {
    await product?.stop()
    await rm(folder, { recursive: true, force: true })
  }
})

it('memory that grows is told from memory that moves', () => {
  expect(
    growth([0, 60, 120, 180, 240, 300].map(second => ({ second, megabytes: 100 + (second / 60) * 3 }))),
  ).toBeCloseTo(3)
  expect(
    growth(
      [0, 60, 120, 180, 240, 300].map((second, index) => ({
        second,
        megabytes: index < 3 ? index * 100 : 300,
      })),
    ),
  ).toBeCloseTo(0)
})
