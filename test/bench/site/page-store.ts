import type { SiteProcess } from '#test/support/site-process.ts'
import { wholeAnswer } from './whole-answer.ts'
import { metricsOf } from './metrics.ts'

const AT_ONCE = 100
const SIDE_BY_SIDE = 4
/** After so many pages that made the store no larger, it is full. */
const ENOUGH_IDLE = 2_000

/**
 * Asks for pages, each in the encodings that are kept, until the site keeps so many bytes of pages,
 * keeps no more however many are asked for, or has been asked for all.
 */
export async function fillPageStore(
  site: SiteProcess,
  paths: readonly string[],
  bytes: number,
): Promise<void> {
  let most = 0
  let idle = 0
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    const kept = (await metricsOf(site.origin))('portal_pages_kept_bytes')
    idle = kept > most ? 0 : idle + AT_ONCE
    most = Math.max(most, kept)
    if (kept >= bytes || idle >= ENOUGH_IDLE) return
    const waiting = paths.slice(at, at + AT_ONCE).values()
    await Promise.all(
      Array.from({ length: SIDE_BY_SIDE }, async () => {
        for (const path of waiting) {
          for (const encoding of ['br', 'gzip', 'identity']) {
            await wholeAnswer(site.origin + path, encoding)
          }
        }
      }),
    )
  }
}
