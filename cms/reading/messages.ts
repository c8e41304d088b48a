import type { FileProblem } from './file-refused.ts'
import type { JobName, Jobs } from './jobs.ts'
import type { Limit } from './reading-limit.ts'

/** To the process that reads files; the bytes follow on its standard input. */
export interface Order<Name extends JobName = JobName> {
  readonly job: Name
  readonly question: Jobs[Name]['question']
  /** Bytes that follow. */
  readonly size: number
}

/** The last word about a file. */
export type Outcome =
  | { readonly kind: 'answer'; readonly answer: unknown }
  | { readonly kind: 'refused'; readonly code: FileProblem; readonly message: string }
  | { readonly kind: 'limit'; readonly limit: Limit; readonly detail?: string }

/** From the process that reads files. */
export type Report =
  /** It has bytes and libraries: from now on the time counts. */
  | { readonly kind: 'begun' }
  | {
      readonly kind: 'ended'
      readonly outcome: Outcome
      /** Bytes that the process has now. */
      readonly memory: number
    }
