import { setTimeout as pause } from 'node:timers/promises'
import type { SiteProcess } from '#test/support/site-process.ts'
import { onSite, type Setting } from './setting.ts'
import { reportVisit, visitsCounted } from './visits.ts'

const KILLS = 3
const READERS = 64
const SHORTEST_MS = 1_000
const LONGEST_MS = 2_500
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36'

/** Kills the site while visits are reported; whatever was acknowledged must be there afterwards. */
export async function killUnderVisits(setting: Setting): Promise<void> {
  const before = await onSite(setting, visitsCounted)
  let [sent, acknowledged] = [0, 0]
  for (let kill = 0; kill < KILLS; kill += 1) {
    await onSite(setting, async (site) => {
      const visiting = visitUntilGone(site, kill)
      await pause(SHORTEST_MS + Math.random() * (LONGEST_MS - SHORTEST_MS))
      await site.stop('SIGKILL')
      const told = await visiting
      sent += told.sent
      acknowledged += told.acknowledged
    })
  }
  const counted = (await onSite(setting, visitsCounted)) - before
  setting.report.check(
    'site.visits.killed',
    acknowledged > 0 && counted >= acknowledged && counted <= sent,
    `${counted} counted, ${acknowledged} acknowledged, ${sent} sent, ${KILLS} kills`,
  )
}

/** Reports visits of ever new visitors until nobody answers any more. */
async function visitUntilGone(site: SiteProcess, kill: number) {
  let sent = 0
  let acknowledged = 0
  const visit = async () => {
    for (;;) {
      sent += 1
      const address = `172.${16 + kill}.${(sent >> 8) & 255}.${sent & 255}`
      const headers = { 'user-agent': BROWSER, 'x-forwarded-for': address }
      // The site is gone: an answer that was cut off acknowledges nothing.
      const answer = await reportVisit(site, headers).catch(() => null)
      if (!answer) return
      if (answer.status === 200) acknowledged += 1
      const isWhole = await answer.arrayBuffer().then(
        () => true,
        () => false,
      )
      if (!isWhole) return
    }
  }
  await Promise.all(Array.from({ length: READERS }, visit))
  return { sent, acknowledged }
}
