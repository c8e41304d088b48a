import { spawn } from 'node:child_process'

export interface Finished {
  readonly code: number
  /** The last part of what it wrote, for the message when it failed. */
  readonly output: string
}

export interface RunOptions {
  readonly env: NodeJS.ProcessEnv
  /** Ends the process and all that it started. */
  readonly signal?: AbortSignal | undefined
  readonly cwd?: string | undefined
  /** Shows what it writes instead of keeping it. */
  readonly show?: boolean
}

const KEPT_CHARACTERS = 20_000
const KILL_AFTER_MS = 5_000

/** Runs a script on this Node until it ends. */
export function runNode(args: readonly string[], options: RunOptions): Promise<Finished> {
  const { env, signal, cwd, show = false } = options
  const isGroup = process.platform !== 'win32'
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      env,
      cwd,
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      detached: isGroup,
    })
    let output = ''
    const keep = (chunk: string) => (output = (output + chunk).slice(-KEPT_CHARACTERS))
    child.stdout?.setEncoding('utf8').on('data', keep)
    child.stderr?.setEncoding('utf8').on('data', keep)
    const stop = () => {
      const end = (name: NodeJS.Signals) => {
        if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
        if (isGroup) process.kill(-child.pid, name)
        else child.kill(name)
      }
      end('SIGTERM')
      setTimeout(end, KILL_AFTER_MS, 'SIGKILL').unref()
    }
    if (signal?.aborted) stop()
    signal?.addEventListener('abort', stop, { once: true })
    child.once('error', reject)
    child.once('close', (code) => {
      signal?.removeEventListener('abort', stop)
      resolve({ code: code ?? 1, output })
    })
  })
}
