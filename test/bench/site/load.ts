import { once } from 'node:events'
import { startProgram } from '../program.ts'
import type { Scratch } from '../scratch.ts'

export interface LoadResult {
  readonly perSecond: number
  readonly requests: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** Answers that were not 2xx or 3xx, and connections that failed. */
  readonly errors: number
}

export interface LoadOptions {
  readonly seconds: number
  readonly connections?: number
  readonly headers?: Readonly<Record<string, string>>
  /** A script of wrk, with its words. */
  readonly script?: readonly string[]
}

/** Asks for an address with wrk, one thread, as fast as answers come. */
export async function load(
  scratch: Scratch,
  url: string,
  { seconds, connections = 32, headers = {}, script: [script, ...args] = [] }: LoadOptions,
): Promise<LoadResult> {
  const words = ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency']
  for (const [name, value] of Object.entries(headers)) words.push('-H', `${name}: ${value}`)
  if (script) words.push('-s', script)
  const stdio: ['ignore', 'pipe', 'inherit'] = ['ignore', 'pipe', 'inherit']
  const child = startProgram(scratch, 'wrk', [...words, url, '--', ...args], { stdio })
  let output = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`wrk ended with ${code}:\n${output}`)
  const number = (pattern: RegExp) => Number(pattern.exec(output)?.[1] ?? 0)
  const sockets = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(
    output,
  )
  const failed = (sockets?.slice(1) ?? []).reduce((sum, count) => sum + Number(count), 0)
  return {
    perSecond: number(/Requests\/sec:\s+([\d.]+)/),
    requests: number(/(\d+) requests in/),
    p50Ms: milliseconds(/50%\s+([\d.]+)(us|ms|s)/.exec(output)),
    p99Ms: milliseconds(/99%\s+([\d.]+)(us|ms|s)/.exec(output)),
    errors: number(/Non-2xx or 3xx responses: (\d+)/) + failed,
  }
}

function milliseconds(match: RegExpExecArray | null): number {
  const factor = { us: 0.001, ms: 1, s: 1_000 }[match?.[2] ?? 'ms'] ?? 1
  return Number(match?.[1] ?? 0) * factor
}
