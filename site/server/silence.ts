export interface SilenceLimits {
  /** After this time without a word nothing is expected any more, for now. */
  readonly quietMs: number
  /** After this time nothing will come. */
  readonly stuckMs: number
}

/** Whether someone who was asked says anything at all: slow is one thing, silent another. */
export class Silence {
  readonly #limits: SilenceLimits
  readonly #onQuiet: () => void
  readonly #onStuck: () => void
  #isListening = false
  #unanswered = 0
  #timer: NodeJS.Timeout | undefined
  #isQuiet = false

  constructor(limits: SilenceLimits, onQuiet: () => void, onStuck: () => void) {
    this.#limits = limits
    this.#onQuiet = onQuiet
    this.#onStuck = onStuck
  }

  /** True from the first limit until something is heard again. */
  get isQuiet(): boolean {
    return this.#isQuiet
  }

  /** From now on answers can come. */
  begin(): void {
    this.#isListening = true
    this.#listen()
  }

  asked(): void {
    this.#unanswered += 1
    if (this.#timer === undefined) this.#listen()
  }

  answered(): void {
    this.#unanswered -= 1
    this.heard()
  }

  /** Anything that was said. */
  heard(): void {
    this.#isQuiet = false
    this.#listen()
  }

  /** Nobody is there to answer. */
  end(): void {
    this.#isListening = false
    this.#unanswered = 0
    this.heard()
  }

  #listen(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (!this.#isListening || this.#unanswered === 0) return
    const { quietMs, stuckMs } = this.#limits
    this.#timer = setTimeout(() => {
      this.#isQuiet = true
      this.#onQuiet()
      this.#timer = setTimeout(() => this.#onStuck(), stuckMs - quietMs).unref()
    }, quietMs).unref()
  }
}
