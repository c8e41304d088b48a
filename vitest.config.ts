import { defineConfig } from 'vitest/config'
import { mongodbHalf } from './test/support/mongodb-half.ts'

/** Node runs the sources as they are, in tests as in production: one instance of each module. */
const native = { experimental: { viteModuleRunner: false } } as const

const integration = {
  ...native,
  setupFiles: ['test/support/integration-setup.ts'],
  testTimeout: 20_000,
  hookTimeout: 60_000,
}

const onMongodb = mongodbHalf()

export default defineConfig({
  test: {
    maxWorkers: 2,
    pool: 'forks',
    provide: { leftOutOnMongodb: onMongodb.leftOut },
    projects: [
      {
        test: { ...native, name: 'unit', include: ['test/unit/**/*.test.ts'] },
      },
      {
        test: {
          ...integration,
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          exclude: ['test/integration/mongodb/**'],
          globalSetup: ['test/support/built-site.ts', 'test/support/database-template.ts'],
          env: { TEST_DATABASE: 'sqlite' },
        },
      },
      {
        test: {
          ...integration,
          name: 'integration-mongodb',
          include: [...onMongodb.run],
          globalSetup: ['test/support/built-site.ts', 'test/support/mongodb-setup.ts'],
          env: { TEST_DATABASE: 'mongodb' },
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
