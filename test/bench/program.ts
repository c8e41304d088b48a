import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import type { Scratch } from './scratch.ts'

interface ProgramOptions extends SpawnOptions {
  /** What ends it, and all that it started. */
  readonly endSignal?: NodeJS.Signals
}

/** Starts a program that ends when the run does, if it has not by then. */
export function startProgram(
  { onEnd }: Pick<Scratch, 'onEnd'>,
  program: string,
  words: readonly string[],
  { endSignal = 'SIGKILL', ...options }: ProgramOptions = {},
): ChildProcess {
  const child = spawn(program, words, options)
  onEnd(() => endProgram(child, endSignal))
  return child
}

/** Ends a program; resolves when it is gone. */
export async function endProgram(
  child: ChildProcess,
  signal: NodeJS.Signals = 'SIGKILL',
): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}
