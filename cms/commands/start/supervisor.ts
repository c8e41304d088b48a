import { spawn, type ChildProcess } from 'node:child_process'
import { failureReports } from './failure-reports.ts'

/** A process of the portal that is to run as long as the portal does. */
export interface ProcessSpec {
  /** What the operator reads: "trang công khai", "phần quản trị". */
  readonly label: string
  readonly program: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  /** Asked before every start: what keeps it from starting now, for the operator. */
  readonly obstacle?: () => Promise<string | null>
}

export interface SupervisorOptions {
  readonly report: (message: string) => void
  /** Called after every start of the process. */
  readonly onStart?: () => void
  /** Called whenever it has ended and will be started again. */
  readonly onEnd?: () => void
  /** Wait before the first restart; doubles with each fast failure. */
  readonly firstDelayMs?: number
  readonly longestDelayMs?: number
  /** A process that ran this long did not fail fast. */
  readonly stableMs?: number
  readonly killAfterMs?: number
}

export interface Supervised {
  /** Settles when the process is stopped for good: true where it cannot be started at all. */
  readonly ended: Promise<boolean>
  /** Tells something to the process, if it runs. */
  tell(message: object): void
  /** SIGTERM, and SIGKILL if that is not heard; resolves when the process is gone. */
  stop(): Promise<void>
}

/**
 * Starts a process and starts it again whenever it dies, ever later while it dies fast, and without
 * an end. It is given up where its program is missing: then whoever started this one must act.
 */
export function supervise(spec: ProcessSpec, options: SupervisorOptions): Supervised {
  const { firstDelayMs = 500, longestDelayMs = 15_000, stableMs = 60_000 } = options
  const { killAfterMs = 10_000, onStart, onEnd } = options
  const { promise: ended, resolve: end } = Promise.withResolvers<boolean>()
  const reports = failureReports(spec.label, options.report)
  let child: ChildProcess | undefined
  let timer: NodeJS.Timeout | undefined
  let stopping = false
  let fastFailures = 0

  const start = async () => {
    const obstacle = (await spec.obstacle?.()) ?? null
    if (stopping) return end(false)
    if (obstacle !== null) return startLater(obstacle)
    const running = (child = spawnProcess(spec))
    timer = setTimeout(() => {
      fastFailures = 0
      reports.recovered()
    }, stableMs).unref()
    // A program that cannot be started emits "error" alone, one that ran emits "exit".
    running.once('error', (error) => running.pid === undefined && onDeath(error.message, error))
    running.once('exit', (code, signal) => {
      // What it started and could not end goes with it.
      signalGroup(running, 'SIGKILL')
      onDeath(signal ?? `mã ${code}`)
    })
    onStart?.()
  }

  const onDeath = (reason: string, error?: NodeJS.ErrnoException) => {
    clearTimeout(timer)
    child = undefined
    if (stopping) return end(false)
    if (error?.code && MISSING.includes(error.code)) {
      reports.impossible(reason)
      return end(true)
    }
    onEnd?.()
    startLater(reason)
  }

  const startLater = (reason: string) => {
    const delay = Math.min(firstDelayMs * 2 ** fastFailures, longestDelayMs)
    fastFailures += 1
    reports.failed(reason, delay, delay === longestDelayMs)
    timer = setTimeout(begin, delay)
  }

  /** What the system refuses for now, as memory or an address of its network, is tried again too. */
  const begin = () =>
    void start().catch((error: unknown) => {
      if (stopping) end(false)
      else startLater(error instanceof Error ? error.message : String(error))
    })
  begin()

  return {
    ended,
    tell: (message) => void (child?.connected && child.send(message, () => {})),
    async stop() {
      stopping = true
      clearTimeout(timer)
      const running = child
      if (running === undefined) end(false)
      else {
        signalGroup(running, 'SIGTERM')
        const kill = setTimeout(() => signalGroup(running, 'SIGKILL'), killAfterMs)
        void ended.then(() => clearTimeout(kill))
      }
      await ended
    },
  }
}

/** What the system says of a program that is not there, or is none. */
const MISSING = ['ENOENT', 'ENOTDIR', 'EACCES', 'ENOEXEC']

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
    // The group is gone already; macOS says so of one whose last member was not buried yet.
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code !== 'ESRCH' && code !== 'EPERM') throw error
  }
}
