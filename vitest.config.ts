import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '#measures': `${import.meta.dirname}/server/measures/index.ts` } },
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/globalSetup.ts'],
    // +5:45 finds most mistakes that a whole-hour zone hides.
    env: { TZ: 'Asia/Kathmandu' },
    pool: 'forks',
    maxWorkers: 2,
    // Files share a worker's modules: loading them anew for each of many small files would take longer than the tests.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
})
