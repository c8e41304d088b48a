import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a run leaves nothing of: a folder, and processes that are to be stopped. */
export interface Scratch {
  readonly folder: string
  /** Has something stopped in the end, or when the run is broken off; at once where it is over. */
  onEnd(stop: Stop): void
  /** Stops everything, and removes the folder when nothing is left that could write into it. */
  end(): Promise<void>
}

type Stop = () => void | Promise<void>

const SIGNALS = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const

/** A folder of its own, which goes with everything in it however the run ends. */
export function openScratch(): Scratch {
  const folder = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'portal-bench-'))
  const stops: Stop[] = []
  let ending: Promise<void> | null = null
  const remove = () =>
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  const end = () => {
    ending ??= stopAll(stops).finally(remove)
    return ending
  }
  for (const [signal, number] of Object.entries(SIGNALS)) {
    process.once(signal, () => {
      // Last of all listeners: after those that end what had only begun to start.
      process.once('exit', remove)
      void end().finally(() => process.exit(128 + number))
    })
  }
  process.once('exit', () => {
    if (ending) return
    for (const stop of stops.toReversed()) void stop()
    remove()
  })
  return {
    folder,
    end,
    onEnd(stop) {
      if (ending) void stop()
      else stops.push(stop)
    },
  }
}

async function stopAll(stops: readonly Stop[]): Promise<void> {
  const results = await Promise.allSettled(stops.toReversed().map(async (stop) => stop()))
  for (const result of results) if (result.status === 'rejected') console.error(result.reason)
}
