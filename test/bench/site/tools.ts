import { spawnSync } from 'node:child_process'

/** Programs of Debian that the part measures with and against. */
const TOOLS = { wrk: ['-v'], nginx: ['-v'] } as const

/** @throws Error that says how to get what is missing */
export function requireTools(): void {
  const missing = Object.entries(TOOLS).filter(([name, words]) => spawnSync(name, words).error)
  if (missing.length === 0) return
  const names = missing.map(([name]) => name).join(' and ')
  throw new Error(`This part needs ${names}. On Debian: apt-get install -y wrk nginx-light`)
}
