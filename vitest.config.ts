import type { TestSpecification } from 'vitest/node'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'
import { projectFiles } from './tests/support/projects.ts'

/**
 * The slowest test files, slowest first. Started last, one of them would run on alone while the other
 * worker idles.
 */
const slowest = [
  'e2e/windows',
  'bench/',
  'e2e/overview',
  'e2e/briefing',
  'storage/embedded',
  'e2e/',
  'cli/bw',
  'intake/fuzz',
  'intake/loadWorker',
]

function startOrder({ moduleId }: TestSpecification): number {
  const index = slowest.findIndex(part => moduleId.includes(`/tests/${part}`))
  return index < 0 ? slowest.length : index
}

class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => startOrder(a) - startOrder(b))
  }
}

const files = projectFiles()

export default defineConfig({
  plugins: [vue({ features: { optionsAPI: false } })],
  resolve: { alias: { '#measures': `${import.meta.dirname}/server/measures/index.ts` } },
  test: {
    // A zone with a quarter of an hour (+5:45) reveals mistakes that whole-hour zones hide.
    env: { TZ: 'Asia/Kathmandu' },
    sequence: { sequencer: SlowestFirst },
    pool: 'forks',
    maxWorkers: 2,
    // Test files share the modules of their worker: many are small, and loading takes longer than
    // running them.
    isolate: false,
    // The longest journeys in a browser take half a minute on a quiet machine.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    projects: [
      { extends: true, test: { name: 'unit', include: files.unit } },
      { extends: true, test: { name: 'slow', include: files.slow } },
      {
        extends: true,
        test: {
          name: 'client',
          include: files.client,
          environment: 'happy-dom',
          setupFiles: ['tests/support/clientSetup.ts'],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: files.database,
          globalSetup: ['tests/support/globalSetup.ts'],
          // A busy machine can keep a page from answering in time. Only such a timeout is tried once
          // more; `npm test` names every test that needed it.
          retry: { count: 1, condition: /Timeout \d+ms exceeded/ },
        },
      },
    ],
  },
})
