import { defineConfig } from 'vitest/config'

/** Node runs the sources as they are, in tests as in production: one instance of each module. */
const native = { experimental: { viteModuleRunner: false } } as const

export default defineConfig({
  test: {
    maxWorkers: 2,
    pool: 'forks',
    projects: [
      {
        test: { ...native, name: 'unit', include: ['test/unit/**/*.test.ts'] },
      },
      {
        test: {
          ...native,
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['test/support/database-template.ts'],
          setupFiles: ['test/support/integration-setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...native,
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/running-portal.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Last and one at a time: they share one portal.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
