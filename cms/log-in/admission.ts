import { Turns, type Pace } from './turns.ts'

/** Who tries to log in to what, as far as it is known before any password is looked at. */
export interface Attempt {
  /** As typed, in lower case; there may be no such account. */
  readonly email: string
  /** What limits are counted by (cms/access/network.ts); empty where nobody told it. */
  readonly network: string
  /** A device that has logged in to this account before; `null` for every other. */
  readonly device: string | null
}

const SECOND = 1_000
const MINUTE = 60 * SECOND

/** An office logs in through one address, so its right passwords are not counted. */
const NETWORK: Pace = {
  free: 20,
  firstPause: SECOND,
  longestPause: 30 * SECOND,
  forget: 15 * MINUTE,
}
const ACCOUNT: Pace = {
  free: 10,
  firstPause: 2 * SECOND,
  longestPause: 30 * SECOND,
  forget: 60 * MINUTE,
}
const BOTH: Pace = { free: 5, firstPause: 2 * SECOND, longestPause: MINUTE, forget: 15 * MINUTE }

/**
 * Limits of log-in attempts by network, by account and by both. A device that has logged in to the
 * account before is counted alone (OWASP, "Slow Down Online Guessing Attacks with Device Cookies"):
 * what strangers try never makes it wait. Kept in memory: each process of several counts for itself.
 */
export class Admission {
  readonly #network = new Turns(NETWORK)
  readonly #account = new Turns(ACCOUNT)
  readonly #both = new Turns(BOTH)

  /** ms that an attempt has to wait; 0 where it may go on. */
  wait(attempt: Attempt, now: number): number {
    const who = bothOf(attempt)
    const own = this.#both.wait(who, who, now)
    if (attempt.device !== null || own > 0) return own
    return Math.max(
      this.#network.wait(attempt.network, who, now),
      this.#account.wait(attempt.email, who, now),
    )
  }

  begin(attempt: Attempt, now: number): void {
    const who = bothOf(attempt)
    this.#both.take(who, who, now)
    if (attempt.device !== null) return
    this.#network.take(attempt.network, who, now)
    this.#account.take(attempt.email, who, now)
  }

  succeed(attempt: Attempt, now: number): void {
    this.#both.forget(bothOf(attempt))
    if (attempt.device !== null) return
    this.#network.giveBack(attempt.network, now)
    this.#account.giveBack(attempt.email, now)
  }
}

function bothOf({ email, network, device }: Attempt): string {
  return device === null ? `network ${network} ${email}` : `device ${device} ${email}`
}
