import { setImmediate as nextTurn } from 'node:timers/promises'

/** One write (a transaction) on its way through the queue. */
export interface Write {
  /** What writes, for error messages: "update news". */
  label: string
  /** True from the moment the write was asked for until it has ended. */
  isOpen: boolean
  /** True once its turn has come and its caller goes on: what that caller asks for lies within it. */
  hasBegun: boolean
  /** Where it was asked for. */
  readonly askedAt: string
}

export interface WriteLimits {
  /** Longest wait for other writes, in ms. */
  readonly wait: number
}

/**
 * A write waited too long, or would wait for ever: `within` is the open write that its own flow of
 * control had begun.
 */
export class WriteWaitError extends Error {
  readonly isForgottenRequest: boolean
  constructor(write: Write, holder: Write | null, within: Write | null) {
    super(
      within
        ? `"${write.label}" waits for "${within.label}", which its own caller has begun and cannot end. ` +
            `Pass req to it.\nAsked for ${write.askedAt}`
        : `"${write.label}" gave up waiting for "${holder?.label}".\nHeld ${holder?.askedAt}`,
    )
    this.name = 'WriteWaitError'
    this.isForgottenRequest = within !== null
  }
}

/** Lets one write at a time through, in the order in which they ask. */
export class WriteQueue {
  #holder: Write | null = null
  readonly #waiting: (() => void)[] = []
  readonly #limits: WriteLimits

  constructor(limits: WriteLimits) {
    this.#limits = limits
  }

  /**
   * Waits for its turn; {@link leave} must follow.
   * @param within the last write that the same flow of control has begun
   * @throws WriteWaitError at once where that one is open and has the turn, since it cannot end
   *   while its caller waits; else after the limit
   */
  async enter(write: Write, within: Write | null): Promise<void> {
    // Asked beside a write that has not begun yet, it is no part of it and only waits its turn.
    if (within?.isOpen && within.hasBegun && this.#holder === within) {
      throw new WriteWaitError(write, within, within)
    }
    while (this.#holder) await this.#turn(write)
    this.#holder = write
  }

  /** Lets the next one through, after a turn in which other processes may come in between. */
  leave(write: Write): void {
    if (this.#holder !== write) return
    write.isOpen = false
    void nextTurn().then(() => {
      this.#holder = null
      this.#waiting.shift()?.()
    })
  }

  async #turn(write: Write): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const proceed = () => {
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(() => {
        const place = this.#waiting.indexOf(proceed)
        if (place >= 0) this.#waiting.splice(place, 1)
        reject(new WriteWaitError(write, this.#holder, null))
      }, this.#limits.wait)
      this.#waiting.push(proceed)
    })
  }
}
