import { setTimeout as pause } from 'node:timers/promises'
import type { SiteProcess } from '#test/support/site-process.ts'

const EVERY_MS = 5
const LIMIT_MS = 60_000

/**
 * Asks for a page that must be there.
 * @returns how long it took until its last byte was here, in ms, and its text
 */
export async function askPage(
  site: SiteProcess,
  path: string,
): Promise<{ ms: number; html: string }> {
  const startedAt = performance.now()
  const answer = await site.ask(path)
  const html = await answer.text()
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`)
  return { ms: performance.now() - startedAt, html }
}

/** Asks for a page again and again until it shows a text. */
export function untilShown(site: SiteProcess, path: string, text: string): Promise<void> {
  return until(`${path} shows "${text}"`, async () =>
    (await askPage(site, path)).html.includes(text),
  )
}

/** Asks for a page again and again until it is there: a site that starts may say that it is not. */
export function untilThere(site: SiteProcess, path: string): Promise<void> {
  return until(`${path} is there`, async () => {
    const answer = await site.ask(path)
    await answer.arrayBuffer()
    return answer.ok
  })
}

/** Asks again and again until something is so. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + LIMIT_MS
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`Waited in vain: ${what}.`)
    await pause(EVERY_MS)
  }
}

/** Asks for pages, so many at once. */
export async function askAll(
  site: SiteProcess,
  paths: readonly string[],
  sideBySide: number,
): Promise<number[]> {
  const times: number[] = []
  const waiting = paths.values()
  await Promise.all(
    Array.from({ length: sideBySide }, async () => {
      for (const path of waiting) times.push((await askPage(site, path)).ms)
    }),
  )
  return times
}
