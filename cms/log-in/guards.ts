import { Admission } from './admission.ts'
import { HashWork } from './hash-work.ts'
import { Turns } from './turns.ts'

const MINUTE = 60_000

/** What bounds work on passwords in this process. */
export interface Guards {
  readonly logIn: Admission
  readonly hashes: HashWork
  /** Current passwords that signed-in people give wrongly, by account. */
  readonly current: Turns
  /** Mails with a link for a new password, by network and by account. */
  readonly mails: Turns
  /** New passwords that come with such a link, by network. */
  readonly resets: Turns
}

/** One of each a process: the admin's pages and the API are bundled apart. */
export function guards(): Guards {
  const holder = globalThis as { portalLogInGuards?: Guards }
  return (holder.portalLogInGuards ??= {
    logIn: new Admission(),
    hashes: new HashWork(),
    current: new Turns({ free: 5, firstPause: 2_000, longestPause: MINUTE, forget: 15 * MINUTE }),
    mails: new Turns({
      free: 3,
      firstPause: MINUTE,
      longestPause: 15 * MINUTE,
      forget: 60 * MINUTE,
    }),
    resets: new Turns({ free: 10, firstPause: 2_000, longestPause: MINUTE, forget: 15 * MINUTE }),
  })
}
