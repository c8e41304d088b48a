import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a run leaves nothing of: a folder, and processes that are to be stopped. */
export interface Scratch {
  readonly folder: string
  /** Has something stopped in the end, or when the run is broken off. */
  onEnd(stop: () => void): void
  end(): void
}

/** A folder of its own, which goes with everything in it however the run ends. */
export function openScratch(): Scratch {
  const folder = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'portal-bench-'))
  const stops: (() => void)[] = []
  let isOver = false
  const end = () => {
    if (isOver) return
    isOver = true
    for (const stop of stops.toReversed()) stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ] as const) {
    process.once(signal, () => {
      end()
      process.exit(128 + number)
    })
  }
  process.once('exit', end)
  return { folder, onEnd: (stop) => void stops.push(stop), end }
}
