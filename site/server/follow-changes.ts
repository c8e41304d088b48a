import { setTimeout as pause } from 'node:timers/promises'
import type { ChangeLog } from '#cms/database/change-log.ts'
import type { Purge } from './page-cache/page-cache.ts'

/** What the render worker tells the main thread after every look that found something. */
export interface ChangesSeen extends Purge {
  /** Where to go on after a restart. */
  readonly position: string
}

const LOOK_EVERY_MS = 250

export interface Follower {
  /** Resolves when the log has been read to its end once. */
  readonly caughtUp: Promise<void>
  stop(): void
}

/**
 * Follows the change log, four looks a second, and tells what was changed.
 * @param position where an earlier follower was; without one everything may have changed
 * @param failed is told of a look that failed, for as long as the database is away of every one
 * @param succeeded is told of a look that did not
 */
export function followChanges(
  log: ChangeLog,
  position: string | null,
  tell: (seen: ChangesSeen) => Promise<void>,
  failed: (error: unknown) => void,
  succeeded: () => void = () => {},
): Follower {
  let here = position
  let isStopped = false

  const look = async (): Promise<void> => {
    const news = here === null ? null : await log.since(here)
    if (news === null) {
      const end = await log.end()
      await tell({ tags: null, withdrawn: [], position: end })
      here = end
    } else if (news.position !== here || news.tags.length > 0) {
      await tell(news)
      here = news.position
    }
  }
  const caughtUp = look()
  const goOn = async () => {
    await caughtUp.catch(failed)
    for (;;) {
      await pause(LOOK_EVERY_MS)
      if (isStopped) return
      await look().then(succeeded, failed)
    }
  }
  void goOn()
  return {
    caughtUp,
    stop() {
      isStopped = true
    },
  }
}
