import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PROJECT_ROOT } from '#cms/project-root.ts'

export interface CommandResult {
  /** `null` where a signal ended it. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunningCommand {
  readonly pid: number
  readonly isOver: () => boolean
  readonly result: Promise<CommandResult>
  /** SIGKILL: nothing of it runs any more when this resolves. */
  kill(): Promise<CommandResult>
}

/** What is compiled once serves every later process: half of the time that a command takes to load. */
const COMPILED = join(tmpdir(), 'portal-test-compiled')

/**
 * Starts a command of the portal as the operator does, in a process of its own.
 * @param blocks largest file that it may write, in KiB; unlimited unless told (POSIX alone)
 */
export function startCommand(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
  { blocks }: { blocks?: number } = {},
): RunningCommand {
  const args = ['cms/commands/cli.ts', ...words]
  const options = {
    cwd: PROJECT_ROOT,
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED, ...env },
  }
  const child =
    blocks === undefined
      ? spawn(process.execPath, args, options)
      : spawn(
          'bash',
          ['-c', `ulimit -f ${blocks}; exec "$0" "$@"`, process.execPath, ...args],
          options,
        )
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const result = once(child, 'close').then(([code]) => ({
    code: code as number | null,
    stdout,
    stderr,
  }))
  const killed = () => child.kill('SIGKILL')
  process.once('exit', killed)
  void result.finally(() => process.off('exit', killed))
  return {
    pid: child.pid ?? -1,
    isOver: () => child.exitCode !== null || child.signalCode !== null,
    result,
    kill() {
      child.kill('SIGKILL')
      return result
    },
  }
}

/** Runs a command to its end. */
export function cms(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  return startCommand(words, env).result
}

/**
 * Runs a command that must succeed.
 * @returns what it printed
 * @throws Error with what it complained of
 */
export async function succeed(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { code, stdout, stderr } = await cms(words, env)
  if (code === 0) return stdout
  throw new Error(`cms ${words.join(' ')} ended with ${code}:\n${stdout}${stderr}`)
}
