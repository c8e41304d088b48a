import type { TestProject } from 'vitest/node'
import { startPortal, type PortalUnderTest } from './portal-under-test.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The portal that end-to-end tests share: built, with the sample content. */
    portal: PortalUnderTest
  }
}

/** Builds what is out of date and starts the portal of the end-to-end tests. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const { stop, ...portal } = await startPortal('sample')
  provide('portal', portal)
  return stop
}
