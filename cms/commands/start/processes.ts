import type { Addresses } from './addresses.ts'
import { localOrigin } from './addresses.ts'
import { waitUntilAnswers } from './answers.ts'
import { supervise, type ProcessSpec, type Supervised } from './supervisor.ts'

/** A process of the portal and the address that tells that it works. */
export interface Part extends ProcessSpec {
  readonly health: string
}

export interface Running extends Supervised {
  /** True once it answered for the first time. */
  readonly ready: Promise<boolean>
}

const ASTRO = 'node_modules/astro/bin/astro.mjs'
/**
 * The site as built. Its young objects get little room: V8 would keep some 100 MB for them in each of
 * two threads and hardly be faster (651 MB of memory became 443 at 100,000 news).
 */
export const SITE_ARGS = ['--max-semi-space-size=8', 'site/server/main.ts']
/** The cms as built, for the same reason: 548 MB after 8,000 odd requests instead of 680. */
export const CMS_ARGS = ['--max-semi-space-size=8', 'cms/server/main.ts']
const FIRST_ANSWER_MS = 180_000

/** Both processes of the portal: as built, or in development, where sources are reloaded. */
export function portalParts({ config, env }: Addresses, mode: 'start' | 'dev'): [Part, Part] {
  const { site, cms } = config
  return [
    {
      label: 'trang công khai',
      program: process.execPath,
      args:
        mode === 'start'
          ? SITE_ARGS
          : [ASTRO, 'dev', '--port', String(site.port), '--host', site.host],
      env,
      health: mode === 'start' ? `${localOrigin(site)}/readyz` : localOrigin(site),
    },
    {
      label: 'phần quản trị',
      program: process.execPath,
      args: [...CMS_ARGS, mode],
      env,
      // This request also starts the clock of scheduled publications.
      health: `${localOrigin(cms)}/api/users/init`,
    },
  ]
}

/** Keeps a part running, and asks its address after every start. */
export function run(part: Part, stop: AbortSignal): Running {
  const { promise: ready, resolve } = Promise.withResolvers<boolean>()
  const supervised = supervise(part, {
    report: (message) => console.error(message),
    onStart: () => {
      void waitUntilAnswers(part.health, { timeoutMs: FIRST_ANSWER_MS, signal: stop }).then(resolve)
    },
  })
  void supervised.ended.then(() => resolve(false))
  return { ...supervised, ready }
}
