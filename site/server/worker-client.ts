import { Worker } from 'node:worker_threads'
import type { Logger } from 'pino'
import { RenderUnavailable } from './exchange.ts'
import type { Call, CallReply } from './remote-calls.ts'
import type { ChangesSeen } from './follow-changes.ts'
import { Silence, type SilenceLimits } from './silence.ts'
import type { TaskName, WorkerReply, WorkerStart, WorkerTasks } from './worker-tasks.ts'

export interface WorkerClient {
  /** @throws RenderUnavailable where the worker is gone, failed, overloaded or too slow */
  run<Name extends TaskName>(
    task: Name,
    input: WorkerTasks[Name]['input'],
    limitMs?: number,
  ): Promise<WorkerTasks[Name]['output']>
  /** The worker has loaded the site, reaches its database, and is not silent. */
  isReady(): boolean
  restarts(): number
  pending(): number
  /** Lets the worker close its database and end by itself. */
  stop(): Promise<void>
}

export interface WorkerOptions {
  /** Where an earlier process was in the change log. */
  readonly position?: string | null
  readonly onChanges?: (seen: ChangesSeen) => void
  /** Answers what the worker asks of the search. */
  readonly onAsked?: (call: Call) => Promise<CallReply>
  /** When it is given up for the moment, and when for good. */
  readonly silence?: SilenceLimits
}

interface Waiting {
  resolve(output: unknown): void
  reject(reason: Error): void
}

const TASK_LIMIT_MS = 15_000
/** A first page may take some seconds on a busy machine; nobody waits longer for nothing. */
const SILENCE: SilenceLimits = { quietMs: 7_000, stuckMs: 15_000 }
const MOST_PENDING = 500
const AWAY = 'The database does not answer.'
const QUIET = 'The worker answers nothing.'
const TOO_SLOW = 'The worker took longer than its limit.'
/** Of JavaScript: three times what 100,000 news need. Without a limit V8 lets twice as much lie. */
const MOST_MEMORY_MB = 512
const FIRST_BACKOFF_MS = 250
const LONGEST_BACKOFF_MS = 30_000

/** Starts the render worker and starts it anew whenever it ends, ever more slowly while it fails. */
export function startWorker(
  script: URL,
  log: Logger,
  { position = null, onChanges = () => {}, onAsked, silence: limits = SILENCE }: WorkerOptions = {},
): WorkerClient {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let isReady = false
  let isDatabaseThere = true
  let isStopping = false
  let restarts = 0
  let failures = 0
  let lastId = 0
  let whenGone = Promise.resolve()
  let lastPosition = position

  const rejectAll = (because: string) => {
    for (const task of waiting.values()) task.reject(new RenderUnavailable(because))
  }
  const silence = new Silence(
    limits,
    () => {
      log.warn('worker-quiet')
      rejectAll(QUIET)
    },
    () => {
      log.error('worker-stuck')
      void worker?.terminate()
    },
  )

  const launch = () => {
    if (isStopping) return
    const start: WorkerStart = { position: lastPosition }
    const launched = new Worker(script, {
      name: 'render',
      stderr: true,
      workerData: start,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    })
    worker = launched
    // Astro reports the error of a page there, as text.
    launched.stderr.setEncoding('utf8').on('data', (text: string) => {
      log.error({ text: text.trimEnd() }, 'worker-stderr')
    })
    launched.on('message', receive)
    launched.on('error', (error) => log.error({ err: error }, 'worker-failed'))
    whenGone = new Promise((resolve) => launched.once('exit', () => resolve(settleExit())))
  }

  const receive = (reply: WorkerReply) => {
    if (reply === 'ready') {
      isReady = true
      failures = 0
      silence.begin()
      log.info('worker-ready')
      return
    }
    if ('changes' in reply) {
      silence.heard()
      lastPosition = reply.changes.position
      onChanges(reply.changes)
      return
    }
    if ('isDatabaseThere' in reply) {
      silence.heard()
      isDatabaseThere = reply.isDatabaseThere
      if (!isDatabaseThere) rejectAll(AWAY)
      return
    }
    if ('asks' in reply) {
      void onAsked?.(reply.asks).then((answer) => worker?.postMessage(answer))
      return
    }
    silence.answered()
    const task = waiting.get(reply.id)
    if ('failed' in reply) task?.reject(new RenderUnavailable('The worker could not do its task.'))
    else task?.resolve(reply.output)
  }

  const settleExit = () => {
    worker = null
    isReady = false
    isDatabaseThere = true
    silence.end()
    rejectAll('The worker has ended.')
    if (isStopping) return
    restarts += 1
    failures += 1
    const delay = Math.min(FIRST_BACKOFF_MS * 2 ** (failures - 1), LONGEST_BACKOFF_MS)
    log.warn({ delay, failures }, 'worker-restarts')
    setTimeout(launch, delay).unref()
  }

  launch()
  return {
    run: async (task, input, limitMs = TASK_LIMIT_MS) => {
      const target = worker
      if (!target || isStopping) throw new RenderUnavailable('The worker is not running.')
      // One that failed more than once will not be ready soon.
      if (!isReady && failures > 1) throw new RenderUnavailable('The worker fails to start.')
      if (!isDatabaseThere) throw new RenderUnavailable(AWAY)
      if (silence.isQuiet) throw new RenderUnavailable(QUIET)
      if (waiting.size >= MOST_PENDING) throw new RenderUnavailable('Too much is waiting.')
      const id = ++lastId
      let timer: NodeJS.Timeout | undefined
      try {
        return await new Promise((resolve, reject) => {
          waiting.set(id, { resolve, reject })
          timer = setTimeout(() => reject(new RenderUnavailable(TOO_SLOW)), limitMs)
          target.postMessage({ id, task, input })
          silence.asked()
        })
      } finally {
        clearTimeout(timer)
        waiting.delete(id)
      }
    },
    isReady: () => isReady && isDatabaseThere && !silence.isQuiet,
    restarts: () => restarts,
    pending: () => waiting.size,
    stop: async () => {
      isStopping = true
      worker?.postMessage('stop')
      await whenGone
    },
  }
}
