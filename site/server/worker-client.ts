import { Worker } from 'node:worker_threads'
import type { Logger } from 'pino'
import { RenderUnavailable } from './exchange.ts'
import type { ChangesSeen } from './follow-changes.ts'
import type { TaskName, WorkerReply, WorkerStart, WorkerTasks } from './worker-tasks.ts'

export interface WorkerClient {
  /** @throws RenderUnavailable where the worker is gone, failed, overloaded or too slow */
  run<Name extends TaskName>(
    task: Name,
    input: WorkerTasks[Name]['input'],
    limitMs?: number,
  ): Promise<WorkerTasks[Name]['output']>
  /** True once the worker has opened the database and loaded the site. */
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
}

interface Waiting {
  readonly startedAt: number
  resolve(output: unknown): void
  reject(reason: Error): void
}

const TASK_LIMIT_MS = 15_000
const MOST_PENDING = 500
const FIRST_BACKOFF_MS = 250
const LONGEST_BACKOFF_MS = 30_000

/** Starts the render worker and starts it anew whenever it ends, ever more slowly while it fails. */
export function startWorker(
  script: URL,
  log: Logger,
  { position = null, onChanges = () => {} }: WorkerOptions = {},
): WorkerClient {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let isReady = false
  let isStopping = false
  let restarts = 0
  let failures = 0
  let lastId = 0
  let lastReplyAt = 0
  let whenGone = Promise.resolve()
  let lastPosition = position

  const launch = () => {
    if (isStopping) return
    const start: WorkerStart = { position: lastPosition }
    const launched = new Worker(script, { stderr: true, workerData: start })
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
    lastReplyAt = performance.now()
    if (reply === 'ready') {
      isReady = true
      failures = 0
      log.info('worker-ready')
      return
    }
    if ('changes' in reply) {
      lastPosition = reply.changes.position
      onChanges(reply.changes)
      return
    }
    const task = waiting.get(reply.id)
    if ('failed' in reply) task?.reject(new RenderUnavailable('The worker could not do its task.'))
    else task?.resolve(reply.output)
  }

  const settleExit = () => {
    worker = null
    isReady = false
    for (const task of waiting.values()) task.reject(new RenderUnavailable('The worker has ended.'))
    if (isStopping) return
    restarts += 1
    failures += 1
    const delay = Math.min(FIRST_BACKOFF_MS * 2 ** (failures - 1), LONGEST_BACKOFF_MS)
    log.warn({ delay, failures }, 'worker-restarts')
    setTimeout(launch, delay).unref()
  }

  /** A slow page is one thing; a worker that has answered nothing at all since is stuck. */
  const expire = (id: number, task: Waiting) => {
    task.reject(new RenderUnavailable(`The worker took longer than its limit for task ${id}.`))
    if (isReady && lastReplyAt < task.startedAt) {
      log.error('worker-stuck')
      void worker?.terminate()
    }
  }

  launch()
  return {
    run: async (task, input, limitMs = TASK_LIMIT_MS) => {
      const target = worker
      if (!target || isStopping) throw new RenderUnavailable('The worker is not running.')
      if (waiting.size >= MOST_PENDING) throw new RenderUnavailable('Too much is waiting.')
      const id = ++lastId
      let timer: NodeJS.Timeout | undefined
      try {
        return await new Promise((resolve, reject) => {
          const entry: Waiting = {
            startedAt: performance.now(),
            resolve,
            reject,
          }
          waiting.set(id, entry)
          timer = setTimeout(() => expire(id, entry), limitMs)
          target.postMessage({ id, task, input })
        })
      } finally {
        clearTimeout(timer)
        waiting.delete(id)
      }
    },
    isReady: () => isReady,
    restarts: () => restarts,
    pending: () => waiting.size,
    stop: async () => {
      isStopping = true
      worker?.postMessage('stop')
      await whenGone
    },
  }
}
