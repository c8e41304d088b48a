import type { TestProject } from 'vitest/node'
import { startMongoServer, type MongoAddress } from './mongodb-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The MongoDB of this run, or why there is none: then every test file of it fails. */
    mongodb: MongoAddress | { readonly problem: string }
  }
}

/** Starts one MongoDB for the whole run. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  try {
    const { url, isStandIn, stop } = await startMongoServer()
    provide('mongodb', { url, isStandIn })
    return stop
  } catch (error) {
    // Thrown here it would stop the tests that need no MongoDB, too.
    provide('mongodb', { problem: error instanceof Error ? error.message : String(error) })
    return async () => {}
  }
}
