import { ROUTES } from '#shared/routes.ts'
import type { SiteProcess } from '#test/support/site-process.ts'

export function searchPath(typed: string): string {
  return `${ROUTES.search}?${new URLSearchParams({ q: typed })}`
}

/**
 * Milliseconds of each answer, one after the other.
 * @throws Error for an answer that says that something is wrong with the server
 */
export async function timesOf(site: SiteProcess, paths: readonly string[]): Promise<number[]> {
  const times: number[] = []
  for (const path of paths) {
    const startedAt = performance.now()
    const answer = await site.ask(path)
    await answer.arrayBuffer()
    times.push(performance.now() - startedAt)
    if (answer.status >= 500) throw new Error(`${path} answered ${answer.status}.`)
  }
  return times
}
