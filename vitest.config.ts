import { defineConfig } from 'vitest/config'

const database = ['src/**/*.db.test.ts']
const browser = ['e2e/**/*.test.ts']

/** Three kinds of tests: pure ones, those on a real database, and, when these are done and the machine is quiet, those that start the whole program. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'pure', include: ['src/**/*.test.{ts,tsx}', 'testkit/**/*.test.ts'], exclude: database, isolate: false, testTimeout: 60_000 } },
      { test: { name: 'database', include: database, isolate: false, globalSetup: 'testkit/hold-cluster.ts', testTimeout: 60_000, hookTimeout: 120_000 } },
      { test: { name: 'program', include: browser, fileParallelism: false, sequence: { groupOrder: 1 }, globalSetup: ['testkit/hold-cluster.ts', 'e2e/hold-first-starts.ts'], testTimeout: 180_000, hookTimeout: 180_000 } },
    ],
  },
})
