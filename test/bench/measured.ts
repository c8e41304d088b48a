import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { startProgram } from './program.ts'
import type { Report } from './report.ts'
import type { Scratch } from './scratch.ts'

export interface Usage {
  /** By the clock, from the start of the process to its end. */
  readonly seconds: number
  /** Of all its threads. */
  readonly cpuSeconds: number
  /** The most memory that it had at any moment. */
  readonly peakRssMb: number
}

export interface Measured extends Usage {
  /** What it wrote to its standard output. */
  readonly output: string
}

type Environment = Readonly<Record<string, string>>

const KEPT_CHARACTERS = 20_000

/** Starts a script of the project on this Node; it is killed when the run ends before it. */
export function startScript(
  words: readonly string[],
  env: Environment,
  scratch: Scratch,
  input: 'ignore' | 'pipe' = 'ignore',
): ChildProcess {
  return startProgram(scratch, process.execPath, words, {
    env: { ...process.env, ...env },
    stdio: [input, 'pipe', 'pipe'],
  })
}

/**
 * Runs a script to its end in a process of its own and measures that.
 * @throws Error with what it wrote where it failed
 */
export async function runMeasured(
  words: readonly string[],
  env: Environment,
  scratch: Scratch,
): Promise<Measured> {
  const usageFile = join(scratch.folder, 'usage.json')
  rmSync(usageFile, { force: true })
  const startedAt = performance.now()
  const child = startScript(
    ['--import', './test/bench/report-usage.ts', ...words],
    { ...env, BENCH_USAGE_FILE: usageFile },
    scratch,
  )
  let [output, complaints] = ['', '']
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    output = (output + part).slice(-KEPT_CHARACTERS)
  })
  child.stderr?.setEncoding('utf8').on('data', (part: string) => {
    complaints = (complaints + part).slice(-KEPT_CHARACTERS)
    process.stderr.write(part)
  })
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
  const seconds = (performance.now() - startedAt) / 1000
  if (code !== 0) {
    throw new Error(`"${words.join(' ')}" ended with ${code ?? signal}:\n${output}\n${complaints}`)
  }
  const usage = JSON.parse(readFileSync(usageFile, 'utf8')) as Omit<Usage, 'seconds'>
  return { ...usage, seconds, output }
}

/** Puts what a step took into the report. */
export function reportUsage(
  report: Report,
  name: string,
  { seconds, cpuSeconds, peakRssMb }: Usage,
  { atMostSeconds, atMostMb }: { atMostSeconds?: number; atMostMb?: number } = {},
): void {
  report.figure(`${name}.seconds`, seconds, 's', { atMost: atMostSeconds })
  report.figure(`${name}.cpuSeconds`, cpuSeconds, 's')
  report.figure(`${name}.peakRss`, peakRssMb, 'MB', { atMost: atMostMb })
}
