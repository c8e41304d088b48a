import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { startScript } from '../measured.ts'
import type { Bench } from '../part.ts'
import { Random } from '../world/random.ts'
import type { Place } from './place.ts'

/** One command that is killed again and again. */
export interface Victim {
  readonly name: string
  readonly words: readonly string[]
  readonly place: Place
  /** How long it takes when it is left alone. */
  readonly seconds: number
  /** Brings back what the next trial needs. */
  before?(): Promise<void>
  /** What the kill left, in a word or two ("refused"), to be counted. Throws what must not be. */
  after(): Promise<string>
  /** After the last trial: what may be left is taken up again and comes to a good end. */
  finish?(): Promise<void>
}

/**
 * Kills a command (SIGKILL) at moments that are spread by chance over its whole duration, and looks
 * each time at what that left.
 */
export async function killAtRandom(
  bench: Bench,
  { name, words, place, seconds, before, after, finish }: Victim,
  { times, seed }: { times: number; seed: string },
): Promise<void> {
  const random = new Random(seed, 'kills', name)
  const outcomes = new Map<string, number>()
  const faults: string[] = []
  const startedAt = performance.now()
  for (let trial = 0; trial < times; trial += 1) {
    await before?.()
    // A little beyond the end, so that its last steps are among the moments.
    const moment = random.next() * seconds * 1.02
    const isKilled = await startAndKill(bench, words, place, moment)
    const outcome = await after().catch((error: unknown) => {
      faults.push(`after ${moment.toFixed(1)} s: ${String(error)}`)
      return 'FAULT'
    })
    const key = `${outcome}${isKilled ? '' : ' (it had ended)'}`
    outcomes.set(key, (outcomes.get(key) ?? 0) + 1)
    const each = (performance.now() - startedAt) / 1000 / (trial + 1)
    console.log(
      `  ${name} killed after ${moment.toFixed(1)} s: ${key}; ${trial + 1} of ${times}, ` +
        `${Math.ceil(each * (times - trial - 1))} s left`,
    )
  }
  await finish?.().catch((error: unknown) => faults.push(`in the end: ${String(error)}`))
  for (const fault of faults) console.error(`  ${name}: ${fault}`)
  const summary = [...outcomes].map(([outcome, count]) => `${count} × ${outcome}`).join(', ')
  bench.report.check(`data.kill.${name}`, faults.length === 0, summary)
}

/**
 * Starts a command and kills it.
 * @returns false where the command had ended before its moment came
 */
export async function startAndKill(
  { scratch }: Bench,
  words: readonly string[],
  { env }: Place,
  afterSeconds: number,
): Promise<boolean> {
  const child = startScript(words, env, scratch)
  const exit = once(child, 'exit')
  child.stdout?.resume()
  child.stderr?.resume()
  await Promise.race([exit, pause(afterSeconds * 1000)])
  const isKilled = child.exitCode === null && child.kill('SIGKILL')
  await exit
  if (!isKilled && child.exitCode !== 0) throw new Error(`"${words.join(' ')}" failed by itself.`)
  return isKilled
}
