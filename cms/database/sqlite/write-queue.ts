import { setImmediate as nextTurn } from 'node:timers/promises'

/** One write (a transaction) on its way through the queue. */
export interface Write {
  /** What writes, for error messages: "update news". */
  label: string
  /** True from the moment the write was asked for until it has ended. */
  isOpen: boolean
  /** Where it was asked for. */
  readonly askedAt: string
}

export interface WriteLimits {
  /** Longest wait for other writes, in ms. */
  readonly wait: number
  /** Longest wait for a write that this very flow of control has begun, in ms. */
  readonly waitWithin: number
}

/** A write waited too long. `within` is the open write that its own flow of control had begun. */
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
   * @param within an open write of the same flow of control: waiting for it cannot end
   * @throws WriteWaitError after the limits
   */
  async enter(write: Write, within: Write | null): Promise<void> {
    while (this.#holder) await this.#turn(write, within?.isOpen ? within : null)
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

  async #turn(write: Write, within: Write | null): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const proceed = () => {
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(
        () => {
          const place = this.#waiting.indexOf(proceed)
          if (place >= 0) this.#waiting.splice(place, 1)
          reject(new WriteWaitError(write, this.#holder, within))
        },
        within ? this.#limits.waitWithin : this.#limits.wait,
      )
      this.#waiting.push(proceed)
    })
  }
}
