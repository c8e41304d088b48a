import { spawn, type ChildProcess } from 'node:child_process'

/** A process of the portal that is to run as long as the portal does. */
export interface ProcessSpec {
  /** What the operator reads: "trang công khai", "phần quản trị". */
  readonly label: string
  readonly program: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
}

export interface SupervisorOptions {
  readonly report: (message: string) => void
  /** Called after every start of the process. */
  readonly onStart?: () => void
  /** Wait before the first restart; doubles with each fast failure. */
  readonly firstDelayMs?: number
  readonly longestDelayMs?: number
  /** A process that ran this long did not fail fast. */
  readonly stableMs?: number
  /** So many fast failures in a row are given up. */
  readonly mostFastFailures?: number
  readonly killAfterMs?: number
}

export interface Supervised {
  /** Settles when the process is stopped for good: true where it was given up. */
  readonly ended: Promise<boolean>
  /** SIGTERM, and SIGKILL if that is not heard; resolves when the process is gone. */
  stop(): Promise<void>
}

/** Starts a process and starts it again whenever it dies, ever later while it dies fast. */
export function supervise(spec: ProcessSpec, options: SupervisorOptions): Supervised {
  const { firstDelayMs = 500, longestDelayMs = 30_000, stableMs = 60_000 } = options
  const { mostFastFailures = 6, killAfterMs = 10_000, report, onStart } = options
  const { promise: ended, resolve: end } = Promise.withResolvers<boolean>()
  let child: ChildProcess | undefined
  let restart: NodeJS.Timeout | undefined
  let kill: NodeJS.Timeout | undefined
  let stopping = false
  let fastFailures = 0

  const start = () => {
    const startedAt = Date.now()
    const running = (child = spawnProcess(spec))
    // A program that cannot be started emits "error" alone, one that ran emits "exit".
    running.once('error', (error) => running.pid === undefined && onEnd(error.message))
    running.once('exit', (code, signal) => onEnd(signal ?? `mã ${code}`))

    const onEnd = (reason: string) => {
      clearTimeout(kill)
      child = undefined
      if (stopping) return end(false)
      fastFailures = Date.now() - startedAt >= stableMs ? 1 : fastFailures + 1
      if (fastFailures >= mostFastFailures) {
        report(
          `Tiến trình ${spec.label} dừng ${fastFailures} lần liên tiếp (lần cuối: ${reason}), nên ` +
            'không khởi động lại nữa. Hãy xem các dòng báo lỗi ở trên.',
        )
        return end(true)
      }
      const delay = Math.min(firstDelayMs * 2 ** (fastFailures - 1), longestDelayMs)
      report(`Tiến trình ${spec.label} dừng (${reason}); khởi động lại sau ${delay / 1000} giây.`)
      restart = setTimeout(start, delay)
    }
    onStart?.()
  }
  start()

  return {
    ended,
    async stop() {
      stopping = true
      clearTimeout(restart)
      if (child === undefined) end(false)
      else {
        signalGroup(child, 'SIGTERM')
        kill = setTimeout(() => child && signalGroup(child, 'SIGKILL'), killAfterMs)
      }
      await ended
    },
  }
}

const STOP_WITH_PARENT = new URL(`./stop-with-parent.ts?parent=${process.pid}`, import.meta.url)
  .href

/**
 * The child leads a group of its own, so that Ctrl-C reaches it once, through us, and so that
 * nothing that it started outlives it. The fourth channel breaks when this process is killed.
 */
function spawnProcess({ program, args, env }: ProcessSpec): ChildProcess {
  const child = spawn(program, ['--import', STOP_WITH_PARENT, ...args], {
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
  })
  child.channel?.unref()
  return child
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  if (process.platform === 'win32') {
    child.kill(signal)
    return
  }
  try {
    process.kill(-child.pid, signal)
  } catch (error) {
    // The group is gone already.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
