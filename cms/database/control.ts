import { OperatorError } from '#cms/operator-error.ts'

/**
 * What stands beside the content of a database and is read before Payload opens it: which version
 * wrote it, whether it is whole, whether it may be written.
 */
export interface DatabaseControl {
  /**
   * That the database answers and can do what the settings ask of it.
   * @throws DatabaseProblem that says what is wrong and what to do
   */
  check(): Promise<void>
  /** Names of the migrations that it has had; none for a new one. Makes nothing. */
  migrations(): Promise<string[]>
  /** Whether it holds anything that a person has put there. Makes nothing. */
  isUsed(): Promise<boolean>
  /** Runs `work` while no other process on any machine migrates or fills this database. */
  alone<Result>(work: () => Promise<Result>, onWait?: () => void): Promise<Result>
  restoreMark(): Promise<RestoreMark | null>
  setRestoreMark(mark: RestoreMark | null): Promise<void>
  /** Why writes are refused now; `null` where they are not. */
  writeStop(): Promise<WriteStop | null>
  /** Refuses writes from now on; resolves when those under way have ended. */
  stopWrites(stop: WriteStop): Promise<void>
  /** Keeps a stop with an end alive. */
  renewWriteStop(stop: WriteStop): Promise<void>
  allowWrites(): Promise<void>
  /**
   * Takes a task that only one process of all machines may do, or keeps it.
   * @returns false where another process has it, until it has not asked for so many milliseconds
   */
  claim(task: string, forMs: number): Promise<boolean>
  close(): Promise<void>
}

/** Left in a database that is being filled: nobody may serve it until it is whole. */
export interface RestoreMark {
  /** `swapping`: the new content is complete and takes its place; that can be finished at any time. */
  readonly phase: 'filling' | 'swapping'
  /** ISO 8601. */
  readonly startedAt: string
  /** Where the content comes from, as the operator may read it. */
  readonly source: string
  /** Uploads come with it. */
  readonly hasFiles: boolean
}

export interface WriteStop {
  readonly reason: 'copying' | 'moved' | 'backing-up'
  /** For `moved`: where the content is now, without log-in. */
  readonly target?: string
  /** Milliseconds since 1970, after which the stop is void (its maker has died); `null`: never. */
  readonly until: number | null
}

/** A database that cannot be used as it is: what, why, what to do, for the operator. */
export class DatabaseProblem extends OperatorError {
  override name = 'DatabaseProblem'
}

/** Whether a stop that was found still holds. */
export function isInForce(stop: WriteStop | null, now = Date.now()): stop is WriteStop {
  return stop !== null && (stop.until === null || stop.until > now)
}
