import { availableParallelism } from 'node:os'

/** Nobody may wait behind so many others: the next one is told to come again. */
const MOST_WAITING = 10

/**
 * Password hashes are made to be slow, in the threads that also read files and shrink pictures. So
 * few are made at a time (half of the cores, at most 2), and who is known goes before strangers.
 */
export class HashWork {
  readonly #places: number
  readonly #known: (() => void)[] = []
  readonly #strangers: (() => void)[] = []
  #busy = 0

  constructor(places = Math.min(2, Math.max(1, Math.floor(availableParallelism() / 2)))) {
    this.#places = places
  }

  /** Whether one more may wait. */
  hasRoom(isKnown: boolean): boolean {
    return (isKnown ? this.#known : this.#strangers).length < MOST_WAITING
  }

  /** Runs `work` when there is a place. */
  async run<Result>(isKnown: boolean, work: () => Promise<Result>): Promise<Result> {
    if (this.#busy >= this.#places) {
      await new Promise<void>((go) => (isKnown ? this.#known : this.#strangers).push(go))
    } else {
      this.#busy += 1
    }
    try {
      return await work()
    } finally {
      const next = this.#known.shift() ?? this.#strangers.shift()
      // A place is handed on, so that nobody takes it in between.
      if (next) next()
      else this.#busy -= 1
    }
  }
}
