import type { CmsState, CmsStateMessage } from '#shared/cms-state.ts'
import type { Endpoint } from '#shared/config.ts'
import type { Addresses } from './addresses.ts'
import { localOrigin } from './addresses.ts'
import { waitUntilAnswers } from './answers.ts'
import { isFree } from './ports.ts'
import { supervise, type ProcessSpec, type Supervised } from './supervisor.ts'

/** A process of the portal and the address that tells that it works. */
export interface Part extends ProcessSpec {
  readonly health: string
}

export interface Running extends Supervised {
  /** True once it answers for the first time; false where it was stopped before. */
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

/** Both processes of the portal: as built, or in development, where sources are reloaded. */
function portalParts({ config, env }: Addresses, mode: 'start' | 'dev'): [Part, Part] {
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
      obstacle: () => portProblem(site),
    },
    {
      label: 'phần quản trị',
      program: process.execPath,
      args: [...CMS_ARGS, mode],
      env,
      // This request also starts the clock of scheduled publications.
      health: `${localOrigin(cms)}/api/users/init`,
      obstacle: () => portProblem(cms),
    },
  ]
}

/** Runs both parts, and tells the site how the cms is doing. */
export function runParts(
  addresses: Addresses,
  mode: 'start' | 'dev',
  stop: AbortSignal,
): Running[] {
  const [site, cms] = portalParts(addresses, mode)
  let state: CmsState = 'starting'
  const tellSite = () => runningSite.tell({ cms: state } satisfies CmsStateMessage)
  const runningSite = run(site, stop, { onStart: () => tellSite() })
  const runningCms = run(cms, stop, {
    onState: (isRunning) => {
      state = isRunning ? 'running' : 'restarting'
      tellSite()
    },
  })
  return [runningSite, runningCms]
}

interface RunHooks {
  readonly onStart?: () => void
  /** It answers, or it has died. */
  readonly onState?: (isRunning: boolean) => void
}

/** Keeps a part running, and asks its address after every start until it answers. */
function run(part: Part, stop: AbortSignal, { onStart, onState }: RunHooks): Running {
  const { promise: ready, resolve } = Promise.withResolvers<boolean>()
  let life = new AbortController()
  const supervised = supervise(part, {
    report: (message) => console.error(message),
    onStart: () => {
      onStart?.()
      life = new AbortController()
      const signal = AbortSignal.any([stop, life.signal])
      void waitUntilAnswers(part.health, { timeoutMs: Infinity, signal }).then((answers) => {
        if (!answers) return
        resolve(true)
        onState?.(true)
      })
    },
    onEnd: () => {
      life.abort()
      onState?.(false)
    },
  })
  void supervised.ended.then(() => resolve(false))
  return { ...supervised, ready }
}

async function portProblem({ port, host }: Endpoint): Promise<string | null> {
  return (await isFree(port, host)) ? null : `cổng ${port} đang có chương trình khác dùng`
}
