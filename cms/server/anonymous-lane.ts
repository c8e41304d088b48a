/** How many strangers are answered at once, and how many may wait. */
const SLOTS = 2
const MOST_WAITING = 200
const MOST_WAITING_OF_ONE = 50
/** A request that takes longer lets others pass; a slow sender would hold them up. */
const LONGEST_TURN_MS = 3_000
/** How long a stranger rests after a turn while staff is at work, by the time that the turn took. */
const REST = 2
/** Staff that were here so lately still work. */
const STAFF_STAYS_MS = 10_000

interface Waiting {
  readonly network: string
  readonly start: () => void
}

/**
 * The way in for requests without a session. All of the cms shares one thread, so strangers take
 * turns: one request of a network at a time, networks in turn, and while staff is at work a pause
 * twice as long as each request took. So a stranger takes a third of the time.
 */
export class AnonymousLane {
  readonly #now: () => number
  readonly #running = new Set<string>()
  readonly #waiting: Waiting[] = []
  #taken = 0
  #staffAt = Number.NEGATIVE_INFINITY

  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  /** Notes that somebody with a session asks for something or was answered. */
  staffIsHere(): void {
    this.#staffAt = this.#now()
  }

  /**
   * Waits for a turn of a network.
   * @param gone fires when the sender no longer waits
   * @returns what ends the turn; null where too many wait already, or the sender has gone
   */
  async enter(network: string, gone: AbortSignal): Promise<(() => void) | null> {
    const ofOne = this.#waiting.filter((other) => other.network === network).length
    if (this.#waiting.length >= MOST_WAITING || ofOne >= MOST_WAITING_OF_ONE) return null
    const isTurn = await new Promise<boolean>((resolve) => {
      const waiting = { network, start: () => resolve(true) }
      gone.addEventListener('abort', () => this.#leave(waiting) && resolve(false), { once: true })
      this.#waiting.push(waiting)
      this.#startNext()
    })
    return isTurn ? this.#turn(network) : null
  }

  #leave(waiting: Waiting): boolean {
    const at = this.#waiting.indexOf(waiting)
    if (at >= 0) this.#waiting.splice(at, 1)
    return at >= 0
  }

  #startNext(): void {
    while (this.#taken < SLOTS) {
      const at = this.#waiting.findIndex(({ network }) => !this.#running.has(network))
      const [next] = at < 0 ? [] : this.#waiting.splice(at, 1)
      if (!next) return
      this.#taken += 1
      this.#running.add(next.network)
      next.start()
    }
  }

  #turn(network: string): () => void {
    const startedAt = this.#now()
    const end = () => {
      clearTimeout(timer)
      if (isOver) return
      isOver = true
      const isStaffHere = this.#now() - this.#staffAt < STAFF_STAYS_MS
      const free = () => {
        this.#taken -= 1
        this.#running.delete(network)
        this.#startNext()
      }
      if (isStaffHere) setTimeout(free, Math.ceil((this.#now() - startedAt) * REST))
      else free()
    }
    let isOver = false
    const timer = setTimeout(end, LONGEST_TURN_MS)
    return end
  }
}
