import { FileRefused } from './file-refused.ts'
import type { JobName, Jobs } from './jobs.ts'
import type { Outcome } from './messages.ts'
import { ReaderChild, type ReaderLimits } from './reader-child.ts'
import { ReadingLimit } from './reading-limit.ts'

interface Wish<Name extends JobName = JobName> {
  readonly job: Name
  readonly question: Jobs[Name]['question']
  readonly data: Uint8Array
  /** How long it may wait for its turn, in ms. */
  readonly patienceMs: number
  /** Takes its turn before those that are not. */
  readonly isUrgent?: boolean
}

interface Waiting {
  readonly wish: Wish
  readonly onTurn: (child: ReaderChild) => Promise<void>
}

const MOST_WAITING = 50
const IDLE_MS = 60_000

/**
 * Has files read in a process of its own, one at a time, within limits. The process is killed when
 * it breaks one, and another is started for the next file; it ends after a minute without work, and
 * with this process.
 */
export class BoundedReader {
  readonly #limits: ReaderLimits
  readonly #waiting: Waiting[] = []
  #child: ReaderChild | undefined
  #isBusy = false
  #idle: NodeJS.Timeout | undefined

  constructor(limits: ReaderLimits) {
    this.#limits = limits
  }

  /**
   * What a file holds.
   * @throws FileRefused where the file itself is at fault
   * @throws ReadingLimit where it is not read within the limits
   */
  async read<Name extends JobName>(wish: Wish<Name>): Promise<Jobs[Name]['answer']> {
    const outcome = await this.#inTurn(wish)
    if (outcome.kind === 'refused') throw new FileRefused(outcome.code, outcome.message)
    if (outcome.kind === 'limit') throw new ReadingLimit(outcome.limit, outcome.detail)
    return outcome.answer as Jobs[Name]['answer']
  }

  #inTurn(wish: Wish): Promise<Outcome> {
    if (this.#waiting.length >= MOST_WAITING) return Promise.resolve(TURN_MISSED)
    return new Promise((resolve) => {
      const waiting: Waiting = {
        wish,
        onTurn: async (child) => {
          clearTimeout(patience)
          const { job, question, data } = wish
          resolve(await child.carryOut({ job, question, size: data.length }, data))
        },
      }
      const patience = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1)
        resolve(TURN_MISSED)
      }, wish.patienceMs)
      this.#waiting.push(waiting)
      void this.#goOn()
    })
  }

  /** Gives the turn to who waits, until nobody does. */
  async #goOn(): Promise<void> {
    if (this.#isBusy) return
    this.#isBusy = true
    clearTimeout(this.#idle)
    for (let next = this.#next(); next; next = this.#next()) {
      if (!this.#child?.isUsable) this.#child = new ReaderChild(this.#limits)
      await next.onTurn(this.#child)
    }
    this.#isBusy = false
    this.#idle = setTimeout(() => this.#child?.end(), IDLE_MS).unref()
  }

  #next(): Waiting | undefined {
    const urgent = this.#waiting.findIndex(({ wish }) => wish.isUrgent)
    return this.#waiting.splice(Math.max(urgent, 0), 1)[0]
  }
}

const TURN_MISSED: Outcome = { kind: 'limit', limit: 'turn' }
