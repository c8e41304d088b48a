/** How attempts are slowed once there were too many. Times in ms. */
export interface Pace {
  /** Attempts without a pause. */
  readonly free: number
  /** The first pause; each further one is twice as long. */
  readonly firstPause: number
  readonly longestPause: number
  /** After so long without an attempt all is forgotten. */
  readonly forget: number
}

interface Bucket {
  attempts: number
  /** From then on there is a turn that nobody was promised. */
  next: number
  last: number
  /** Turns that were promised to whoever had to wait. */
  readonly promised: Map<string, number>
}

const MOST_BUCKETS = 20_000
const MOST_PROMISED = 200
/** How long a promised turn is kept for who does not come. */
const PROMISE_MS = 5 * 60_000

/**
 * Attempts at something, ever slower the more there are, but never shut out: who must wait is
 * promised a turn, in the order of asking, so that a person gets through beside strangers who try
 * without a pause. Times are ms since 1970; memory is bounded.
 */
export class Turns {
  readonly #buckets = new Map<string, Bucket>()
  readonly #pace: Pace

  constructor(pace: Pace) {
    this.#pace = pace
  }

  /** How long `who` must wait before an attempt at `key`; 0 where it may go on now. */
  wait(key: string, who: string, now: number): number {
    const bucket = this.#bucketOf(key, now)
    if (!bucket) return 0
    const promised = bucket.promised.get(who)
    if (promised !== undefined && now < promised + PROMISE_MS) return Math.max(0, promised - now)
    bucket.promised.delete(who)
    if (now >= bucket.next) return 0
    const turn = bucket.next
    if (this.#hasRoom(bucket, now)) {
      bucket.promised.set(who, turn)
      bucket.next += this.#pauseAfter(bucket.attempts + bucket.promised.size)
    }
    return turn - now
  }

  /** Counts an attempt that begins. */
  take(key: string, who: string, now: number): void {
    const bucket = this.#bucketOf(key, now) ?? this.#add(key, now)
    bucket.attempts += 1
    bucket.last = now
    if (bucket.promised.delete(who)) return
    bucket.next = Math.max(bucket.next, now) + this.#pauseAfter(bucket.attempts)
  }

  /** Takes back an attempt that succeeded: it was no guess. */
  giveBack(key: string, now: number): void {
    const bucket = this.#bucketOf(key, now)
    if (!bucket) return
    bucket.attempts = Math.max(0, bucket.attempts - 1)
    if (bucket.attempts < this.#pace.free && bucket.promised.size === 0) bucket.next = now
  }

  forget(key: string): void {
    this.#buckets.delete(key)
  }

  #pauseAfter(attempts: number): number {
    const beyond = attempts - this.#pace.free
    if (beyond < 0) return 0
    return Math.min(this.#pace.firstPause * 2 ** Math.min(beyond, 30), this.#pace.longestPause)
  }

  #bucketOf(key: string, now: number): Bucket | undefined {
    const bucket = this.#buckets.get(key)
    if (!bucket || Math.max(bucket.last, bucket.next) + this.#pace.forget > now) return bucket
    this.#buckets.delete(key)
    return undefined
  }

  #add(key: string, now: number): Bucket {
    const oldest = this.#buckets.keys().next().value
    if (this.#buckets.size >= MOST_BUCKETS && oldest !== undefined) this.#buckets.delete(oldest)
    const bucket: Bucket = { attempts: 0, next: now, last: now, promised: new Map() }
    this.#buckets.set(key, bucket)
    return bucket
  }

  #hasRoom({ promised }: Bucket, now: number): boolean {
    if (promised.size < MOST_PROMISED) return true
    for (const [who, turn] of promised) if (turn + PROMISE_MS <= now) promised.delete(who)
    return promised.size < MOST_PROMISED
  }
}
