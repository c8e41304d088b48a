import { setTimeout as pause } from 'node:timers/promises'
import { startCommand } from './cms-command.ts'

/** A command that is killed again and again. */
export interface Victim {
  readonly words: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** Brings back what the next trial needs. */
  before?(): Promise<void>
  /** Judges what the kill left and names it; throws where that must not be. */
  after(): Promise<string>
}

/** Loading the code is the first part of a command's time; its work lies behind it. */
const WORK_BEGINS = 0.3
/** So that the last steps are among the moments, too. */
const BEYOND_THE_END = 1.05

/**
 * Runs a command once to the end, to know how long it takes, and then kills it (SIGKILL) at random
 * moments of its work.
 * @param seed of the moments; named in an error, so that a failure can be repeated
 * @returns how often each outcome came
 */
export async function killAtRandom(
  { words, env, before, after }: Victim,
  { times, seed = Math.floor(Math.random() * 2 ** 31) }: { times: number; seed?: number },
): Promise<Map<string, number>> {
  const random = mulberry32(seed)
  const startedAt = performance.now()
  const { code, stderr } = await startCommand(words, env).result
  if (code !== 0) throw new Error(`"${words.join(' ')}" failed when it was left alone:\n${stderr}`)
  const wholeMs = performance.now() - startedAt
  const outcomes = new Map<string, number>()
  outcomes.set('left alone', 1)
  await after()
  for (let trial = 1; trial <= times; trial += 1) {
    await before?.()
    const moment = wholeMs * (WORK_BEGINS + random() * (BEYOND_THE_END - WORK_BEGINS))
    const running = startCommand(words, env)
    await Promise.race([running.result, pause(moment)])
    await running.kill()
    const outcome = await after().catch((cause: unknown) => {
      const when = `trial ${trial}, killed after ${Math.round(moment)} ms, seed ${seed}`
      throw new Error(`"${words.join(' ')}" (${when}) left what must not be: ${String(cause)}`, {
        cause,
      })
    })
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  }
  return outcomes
}

/** A small generator of random numbers from 0 to 1 (mulberry32), the same for the same seed. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
