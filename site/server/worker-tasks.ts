import type { ChangesSeen } from './follow-changes.ts'
import type { VisitTotals } from '#site/data/visit-totals.ts'
import type { FinishedResponse, PageRequest } from './exchange.ts'
import type { Call, CallReply } from './remote-calls.ts'

/** What the render worker does, by name: what it is given and what it gives back. */
export interface WorkerTasks {
  page: { input: PageRequest; output: FinishedResponse }
  visits: { input: readonly BeaconVisit[]; output: VisitTotals }
  /** A call of SearchContent. */
  content: { input: Call; output: CallReply }
  /** Answers when worker and database do. */
  check: { input: null; output: null }
}

export type TaskName = keyof WorkerTasks

export interface BeaconVisit {
  readonly path: string
  readonly clientAddress: string
  readonly userAgent: string
}

/** Main thread → worker. */
export type WorkerOrder =
  | { [Name in TaskName]: { id: number; task: Name; input: WorkerTasks[Name]['input'] } }[TaskName]
  | CallReply
  | 'stop'

/** Worker → main thread. */
export type WorkerReply =
  | { id: number; output: WorkerTasks[TaskName]['output'] }
  | { id: number; failed: true }
  | { changes: ChangesSeen }
  /** A call of Search. */
  | { asks: Call }
  | { isDatabaseThere: boolean }
  | 'ready'

/** What a worker is started with. */
export interface WorkerStart {
  /** Where the worker before it was in the change log. */
  readonly position: string | null
}
