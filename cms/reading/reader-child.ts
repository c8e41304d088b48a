import { fork, type ChildProcess } from 'node:child_process'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { PROJECT_ROOT } from '#cms/project-root.ts'
import type { Order, Outcome, Report } from './messages.ts'
import type { Limit } from './reading-limit.ts'

export interface ReaderLimits {
  /** Bytes of JavaScript objects. */
  readonly heap: number
  /** Bytes of the process, all in all. */
  readonly memory: number
  /** Of one file, in ms, from when its bytes and the libraries are there. */
  readonly timeMs: number
}

/** What a new process may need to load its libraries on a busy machine. */
const LONGEST_PREPARATION_MS = 60_000
/** A process that goes on having more than this share of its memory is not used again. */
const GROWN = 0.7
const MEGABYTE = 1024 * 1024
/** Part by part, so that the bundler of the cms does not take it for a module of its own. */
const ENTRY = ['cms', 'reading', 'reader-process.ts']

/** One process that reads files; it is used until it breaks a limit. */
export class ReaderChild {
  readonly #limits: ReaderLimits
  readonly #process: ChildProcess
  /** Whether it can be given another file. */
  isUsable = true

  constructor(limits: ReaderLimits) {
    this.#limits = limits
    this.#process = fork(join(PROJECT_ROOT, ...ENTRY), [String(limits.memory)], {
      execArgv: [
        `--max-old-space-size=${limits.heap / MEGABYTE}`,
        '--max-semi-space-size=8',
        '--permission',
        '--allow-fs-read=*',
        '--allow-worker',
        '--allow-addons',
      ],
      // Not those of this process: they hold the secret and the password of the database.
      env: { NODE_ENV: 'production', TZ: 'Asia/Ho_Chi_Minh' },
      serialization: 'advanced',
      // What a library writes there is noise; answers come through the channel alone.
      stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
    })
    this.#process.once('exit', () => (this.isUsable = false))
    // The process ended before it took all bytes; that it ended is heard by itself.
    this.#process.stdin?.on('error', () => {})
    this.#holdOpen(false)
  }

  /** Has one file read. It never throws: what goes wrong is told by the outcome. */
  carryOut(order: Order, data: Uint8Array): Promise<Outcome> {
    const child = this.#process
    this.#holdOpen(true)
    return new Promise<Outcome>((resolve) => {
      let broken: Limit | undefined
      const limitTime = (ms: number) =>
        setTimeout(() => {
          broken = 'time'
          child.kill('SIGKILL')
        }, ms)
      let timer = limitTime(LONGEST_PREPARATION_MS)
      const end = (outcome: Outcome) => {
        clearTimeout(timer)
        child.off('message', hear).off('exit', onExit).off('error', onError)
        this.#holdOpen(false)
        resolve(outcome)
      }
      const hear = (report: Report) => {
        clearTimeout(timer)
        if (report.kind === 'begun') {
          timer = limitTime(this.#limits.timeMs)
          return
        }
        if (report.memory > this.#limits.memory * GROWN) this.end()
        end(report.outcome)
      }
      const onExit = (code: number | null, signal: NodeJS.Signals | null) => {
        const detail = `ended with ${signal ?? code}`
        end({
          kind: 'limit',
          limit: broken ?? (isOutOfMemory(code, signal) ? 'memory' : 'death'),
          detail,
        })
      }
      const onError = (error: Error) => {
        this.end()
        end({ kind: 'limit', limit: 'death', detail: error.message })
      }
      child.on('message', hear).on('exit', onExit).on('error', onError)
      child.send(order)
      child.stdin?.write(data)
    })
  }

  end(): void {
    this.isUsable = false
    this.#process.kill('SIGKILL')
  }

  /** Whether this process waits for that one before it ends. */
  #holdOpen(isHeld: boolean): void {
    const { stdin, channel } = this.#process
    for (const handle of [this.#process, channel, stdin instanceof Socket ? stdin : null]) {
      if (isHeld) handle?.ref()
      else handle?.unref()
    }
  }
}

/** The watchdog kills; V8 aborts, which a shell tells as 134. */
function isOutOfMemory(code: number | null, signal: NodeJS.Signals | null): boolean {
  return signal === 'SIGKILL' || signal === 'SIGABRT' || signal === 'SIGTRAP' || code === 134
}
