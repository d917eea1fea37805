import type { TestSpecification } from 'vitest/node'
import { defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'

/** What takes longest by far, longest first. Begun last it would run on alone while the other worker has nothing left to do. */
const long = ['e2e/windows', 'bench/', 'e2e/overview', 'e2e/briefing', 'storage/embedded', 'e2e/', 'cli/bw', 'intake/fuzz', 'intake/secondThread']
function placeOf({ moduleId }: TestSpecification): number {
  const place = long.findIndex(one => moduleId.includes(`/tests/${one}`))
  return place < 0 ? long.length : place
}

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => placeOf(a) - placeOf(b))
  }
}

export default defineConfig({
  resolve: { alias: { '#measures': `${import.meta.dirname}/server/measures/index.ts` } },
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/globalSetup.ts'],
    // +5:45 finds most mistakes that a whole-hour zone hides.
    env: { TZ: 'Asia/Kathmandu' },
    sequence: { sequencer: LongestFirst },
    pool: 'forks',
    maxWorkers: 2,
    // Files share a worker's modules: loading them anew for each of many small files would take longer than the tests.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
})
